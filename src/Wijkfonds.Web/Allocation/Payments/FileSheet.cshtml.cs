using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments.Sepa;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>One file for the bank as a list that two people can sign, and, with ?als=xml, the file itself.</summary>
[Authorize]
public sealed class FileSheetModel : FundPage
{
    public PaymentFile Sheet { get; private set; } = null!;
    /// <summary>What was not taken out of it.</summary>
    public IReadOnlyList<PaymentExport> Counting => [.. Sheet.Payments.Where(p => p.WithdrawnAt is null)];
    public Cents Sum => Counting.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);
    public bool IsBroken => Counting.Count < Sheet.Payments.Count;

    /// <summary>What each payment of the list pays, and where that stands.</summary>
    public IReadOnlyDictionary<Guid, (Outgoing Paid, PaymentState State)> Pays { get; private set; } = new Dictionary<Guid, (Outgoing, PaymentState)>();
    /// <summary>The open decision to take one out of this file, by payment of the list; or all, by the file.</summary>
    public IReadOnlyDictionary<Guid, int> Withdrawing { get; private set; } = new Dictionary<Guid, int>();
    /// <summary>The place on the list of which somebody typed a reason; 0 is the whole list.</summary>
    public int Position { get; private set; }

    public async Task<IActionResult> OnGet(int number, string? als)
    {
        if (!await Load(number)) return NotFound();
        if (als != "xml") return Page();
        // The audit committee reads; only who may pay gets something to pay with.
        if (Treasury.Bar(Viewer) is { } bar) return Refused(bar);
        var transfers = ExportPayments.Transfers(Fund, Sheet);
        if (transfers.Refused) return Refused(transfers.Refusal);
        using var memory = new MemoryStream();
        Pain001.Write(memory, transfers.Value);
        return File(memory.ToArray(), "application/xml", Sheet.MessageId + ".xml");
    }

    /// <summary>Two members take one, or all, out of a file that the bank never carried out.</summary>
    public async Task<IActionResult> OnPostWithdraw(int number, int position, string? reason)
    {
        if (!await Load(number)) return NotFound();
        Position = position;
        var proposed = await Work.Run(db => Get<WithdrawingExport>().Propose(db, Get<Deciding>(), Viewer, Now, Fund.Language, number, position, reason));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/geld/betalingen/bestanden/{number}", "payments.withdraw.proposed");
    }

    private async Task<bool> Load(int number)
    {
        if (!Viewer.SeesMoney || await Db.Set<PaymentFile>().AsNoTracking().Include(f => f.Payments.OrderBy(p => p.Position)).SingleOrDefaultAsync(f => f.Number == number) is not { } file) return false;
        Sheet = file;
        var (subjects, exports) = (file.Payments.Select(p => p.Subject).ToHashSet(), file.Payments.Select(p => p.Id).Append(file.Id).ToList());
        var paid = (await Outgoing.All(Db)).Where(o => subjects.Contains(o.Id)).ToList();
        var states = await PaymentState.Of(Db, paid);
        Pays = paid.ToDictionary(o => o.Id, o => (o, states[o.Id]));
        Withdrawing = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.WithdrawExport && exports.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null).ToDictionaryAsync(d => d.Subject, d => d.Number);
        return true;
    }
}
