using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Holding;

/// <summary>Two members say who holds the bank account.</summary>
public sealed class SettingHolder : IEffect
{
    public DecisionKind Kind => DecisionKind.SetHolder;

    public static Task<Holder?> Now(WijkfondsContext db) => db.Set<Holder>().AsNoTracking().OrderByDescending(h => h.Version).FirstOrDefaultAsync();

    /// <summary>Who it was just before an instant.</summary>
    public static Task<Holder?> At(WijkfondsContext db, DateTimeOffset end) => db.Set<Holder>().AsNoTracking().Where(h => h.From < end).OrderByDescending(h => h.Version).FirstOrDefaultAsync();

    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, Guid fund, HolderForm typed)
    {
        if (!who.IsMember) return new NotFoundHere();
        var read = typed.Read();
        if (read.Refused) return read.Refusal;
        if (await Now(db) is { } holder && HolderForm.Of(holder) == read.Value) return new HolderStandsSo();
        return await deciding.Propose(db, who, now, DecisionKind.SetHolder, fund, read.Value.Name!, "/rekeninghouder", JsonSerializer.Serialize(read.Value));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = Read(decision);
        List<string> sentences = [words["holder.explain", terms.Name!, Enum.Parse<HolderKind>(terms.Kind!)]];
        foreach (var (key, value) in new[] { ("kvk", terms.Kvk), ("rsin", terms.Rsin), ("board", terms.Board), ("pay", terms.PayPolicy), ("complaints", terms.Complaints) })
            if (!string.IsNullOrEmpty(value)) sentences.Add($"{words[$"holder.{key}"]}: {value.Replace("\n", "; ", StringComparison.Ordinal)}");
        return Task.FromResult<IReadOnlyList<string>>(sentences);
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        var terms = Read(decision);
        db.Add(new Holder
        {
            FundId = decision.FundId, Version = 1 + (await db.Set<Holder>().MaxAsync(h => (int?)h.Version) ?? 0), Kind = Enum.Parse<HolderKind>(terms.Kind!), Name = terms.Name!,
            Kvk = terms.Kvk!, Rsin = terms.Rsin!, Board = terms.Board!, PayPolicy = terms.PayPolicy!, Complaints = terms.Complaints!, From = now,
        });
        return null;
    }

    private static HolderForm Read(Decision decision) => JsonSerializer.Deserialize<HolderForm>(decision.Terms)!;
}

/// <summary>Nothing was changed.</summary>
public sealed record HolderStandsSo : Refusal
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
