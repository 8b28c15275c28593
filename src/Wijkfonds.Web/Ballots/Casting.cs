using System.Security.Cryptography;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>Casts ballots, one for the page or thousands for a demonstration, through the one rule of <see cref="Booth"/>.</summary>
public sealed class Casting(Work work, KeyFolder folder)
{
    private const int Chunk = 500;

    public Task<Outcome<Receipt>> Cast(Guid fund, DateTimeOffset arrival, Right right, BallotForm form, CancellationToken stop = default) => work.Run<Receipt>(fund, async db =>
    {
        var booth = await Booth.Open(db, folder, right.Box);
        if (booth.Refused) return booth.Refusal;
        var receipt = await booth.Value.Cast(arrival, right, form);
        // A request over its limit is not acknowledged, so it must not count either.
        return receipt.Refused || !stop.IsCancellationRequested ? receipt : new Busy();
    });

    /// <summary>Many first ballots with their codes, in chunks of one transaction each. Answers how many went in; the first refusal stops it.</summary>
    public async Task<Outcome<int>> Cast(Guid fund, Guid box, DateTimeOffset arrival, IEnumerable<(VotingCode Code, IReadOnlyCollection<int> Chosen)> ballots)
    {
        if (folder.Keys(box) is not { } keys) return new NotFoundHere();
        var done = 0;
        foreach (var chunk in ballots.Chunk(Chunk))
        {
            var outcome = await work.Run<Done>(fund, async db =>
            {
                var booth = await Booth.Open(db, folder, box);
                if (booth.Refused) return booth.Refusal;
                foreach (var (code, chosen) in chunk)
                {
                    var form = new BallotForm(RandomNumberGenerator.GetBytes(Slot.NonceBytes), new byte[Slot.NonceBytes], chosen);
                    if (await booth.Value.Cast(arrival, new Right(box, keys.RollTag(code), keys.SlotTag(code)), form) is { Refusal: { } no }) return no;
                }
                return Done.It;
            });
            if (outcome.Refused) return outcome.Refusal;
            done += chunk.Length;
        }
        return done;
    }
}
