using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Wijkfonds.Web.Allocation.Payments.Sepa;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>What was released becomes one file for the bank, each payment once.</summary>
public sealed class ExportPayments(Texts texts)
{
    public async Task<Outcome<PaymentFile>> Make(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        var rules = await MoneyRules.Of(db, fund.Id);
        if (rules.Iban.Length == 0) return new BankAccountNotSet();
        var ready = await Outgoing.Ready(db, now);
        if (ready.Count == 0) return new NothingToExport();
        var today = await Book.Today(db, now, fund.Id);
        var number = 1 + (await db.Set<PaymentFile>().MaxAsync(f => (int?)f.Number) ?? 0);
        var words = texts.In(fund.Language);
        var slug = fund.Slug.ToUpperInvariant();
        var file = new PaymentFile
        {
            FundId = fund.Id, Number = number, Holder = rules.Holder, Iban = rules.Iban, ExecuteOn = today.AddDays(1), MadeAt = now, MadeBy = who.AccountId!.Value,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{(slug.Length > 17 ? slug[..17] : slug)}-{today:yyyyMMdd}-{number}"),
        };
        file.Payments.AddRange(ready.Select((p, i) => new PaymentExport
        {
            FundId = fund.Id, Subject = p.Id, Position = i + 1, Reference = p.Reference(fund), Amount = p.Amount, Name = p.Name, Iban = p.Iban,
            Text = words[$"payments.remittance.{p.Kind}", p.Reference(fund), p.Award?.Proposal.Number ?? 0, p.What],
        }));
        db.Add(file);
        return file;
    }

    /// <summary>
    /// The file as it goes to the bank; the same bytes each time. Once a payment was taken out there is none: with it that
    /// payment would be made twice, and a shorter one under another number would pay the rest twice where the bank has the first.
    /// </summary>
    public static Outcome<TransferFile> Transfers(Fund fund, PaymentFile file) => file.Payments.Any(p => p.WithdrawnAt is not null) ? new FileIsBroken() : new TransferFile(file.MessageId,
        Instant.FromDateTimeOffset(file.MadeAt).InZone(DateTimeZoneProviders.Tzdb[fund.Zone]).ToDateTimeUnspecified(), file.Holder, file.Iban, file.ExecuteOn,
        [.. file.Payments.OrderBy(p => p.Position).Select(p => new Transfer(p.Reference, p.Amount, p.Name, p.Iban, p.Text))]);
}

/// <summary>A payment was taken out of this file: it is not taken to the bank any more.</summary>
public sealed record FileIsBroken : Refusal;

/// <summary>Every released payment is in a file already, or there is none.</summary>
public sealed record NothingToExport : Refusal;
