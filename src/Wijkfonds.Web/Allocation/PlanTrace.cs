using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Web.Allocation;

/// <summary>A number cut off after two decimals, never rounded up: 388,24 with <c>Exact</c> false is a little more than that.</summary>
public sealed record Cut(long Hundredths, bool Exact)
{
    public static Cut Of(Fraction number)
    {
        var scaled = new Fraction(number.Numerator * 100, number.Denominator);
        return new((long)scaled.Floor(), scaled.Denominator.IsOne);
    }

    /// <summary>An amount that is counted in cents.</summary>
    public static Cut OfCents(Fraction cents) => new((long)cents.Floor(), cents.Denominator.IsOne);
}

/// <summary>What a count other than by votes tells about one plan: what the sentence and the figures beside it need.</summary>
/// <param name="Rule">The rule that counted.</param>
public sealed record PlanTrace([property: JsonConverter(typeof(JsonStringEnumConverter<Rounds.CountingRule>))] Rounds.CountingRule Rule)
{
    /// <summary>Equal Shares: how many full payments its supporters were worth.</summary>
    public Cut? EffectiveVotes { get; init; }
    /// <summary>Equal Shares: the most that a supporter paid; Phragmén: what each carries after it.</summary>
    public Cut? Each { get; init; }
    /// <summary>Equal Shares: voters who paid that, who paid all they had left, and who had nothing left.</summary>
    public long InFull { get; init; }
    public long AllTheyHad { get; init; }
    public long Nothing { get; init; }
    /// <summary>Equal Shares: what the supporters of a plan that lost had left together.</summary>
    public Cut? LeftTogether { get; init; }
    /// <summary>Chosen, or passed over, with what the shares themselves had left.</summary>
    public bool ByVotesAfterwards { get; init; }

    public static PlanTrace Of(Rounds.CountingRule rule, Verdict verdict) => verdict switch
    {
        Won { Payers: { } payers } won => new(rule)
        {
            EffectiveVotes = Cut.Of(won.EffectiveVotes!.Value), Each = Cut.OfCents(won.MaximalPayment!.Value),
            InFull = payers.InFull, AllTheyHad = payers.AllTheyHad, Nothing = payers.Nothing,
        },
        Won { Load: { } load } => new(rule) { Each = Cut.OfCents(load) },
        Won { Added: true } => new(rule) { ByVotesAfterwards = true },
        SupportersLack lack => new(rule) { LeftTogether = Cut.OfCents(lack.LeftWithSupporters), ByVotesAfterwards = lack.LeftAtItsTurn is not null },
        _ => new(rule),
    };

    public string Write() => JsonSerializer.Serialize(this);

    public static PlanTrace? Read(string text) => text.Length == 0 ? null : JsonSerializer.Deserialize<PlanTrace>(text);
}
