namespace Wijkfonds.Democracy.Bundles;

/// <summary>One claim of a published file, redone: it holds, or what is found instead.</summary>
/// <param name="Claim">What was checked.</param>
/// <param name="Difference">What differs; null where the claim holds.</param>
/// <param name="Number">How many things the claim is about (entries, winners); 1 where it is about one.</param>
public sealed record Finding(Claim Claim, Difference? Difference = null, long Number = 1)
{
    /// <summary>Whether the claim holds.</summary>
    public bool Holds => Difference is null;
}

/// <summary>What differs, as a key and what belongs in its sentence: whoever shows it has the words, in their language.</summary>
/// <param name="Key">Which difference, for example <c>ledger.sequence</c>.</param>
/// <param name="Values">What the sentence is about, in stated order.</param>
public sealed record Difference(string Key, params string[] Values)
{
    /// <summary>Key and values, for whoever has no words.</summary>
    public override string ToString() => $"{Key} ({string.Join(", ", Values)})";
}

/// <summary>What a verification looks at, one by one.</summary>
public enum Claim
{
    /// <summary>All entries are of the fund that the file names.</summary>
    LedgerOfOneFund,
    /// <summary>The sequence runs 1, 2, 3 … without a hole.</summary>
    LedgerSequence,
    /// <summary>The lines of every entry sum to zero.</summary>
    LedgerBalances,
    /// <summary>A reversal points to an earlier entry, at most one per entry, and is its exact opposite.</summary>
    LedgerReversals,
    /// <summary>Every hash follows from the one before and the entry's text.</summary>
    LedgerChain,
    /// <summary>What is kept with every entry as the hash of the one before is that hash. Exports of version 1 do not say it.</summary>
    LedgerPrevious,
    /// <summary>The head is the hash of the last entry.</summary>
    LedgerHead,
    /// <summary>An entry has the hash that somebody kept of it (by mail, on paper): what came before it was not rewritten since.</summary>
    LedgerKept,
    /// <summary>The hash of the pool is the published one.</summary>
    DrawPoolHash,
    /// <summary>The key follows from the published hash and the source text.</summary>
    DrawKey,
    /// <summary>The order of the drawn and the reserve list follow from key and pool.</summary>
    DrawOutcome,
    /// <summary>Pool, quotas and lottery of a fair draw are those whose hash was published.</summary>
    FairAnnouncement,
    /// <summary>The pool in the file is the one that was announced.</summary>
    FairPool,
    /// <summary>Every panel has the right size, meets every quota, and keeps to one per household where that was asked.</summary>
    FairQuotas,
    /// <summary>The weights of the panels add up to the numbers.</summary>
    FairWeights,
    /// <summary>The numbers per panel follow from key and weights.</summary>
    FairRounding,
    /// <summary>The number follows from the key.</summary>
    FairNumber,
    /// <summary>The number that a second source spoke is one of the numbers.</summary>
    FairSpoken,
    /// <summary>The drawn people are the panel with the number.</summary>
    FairPanel,
    /// <summary>The reserve list follows from the key.</summary>
    FairReserve,
    /// <summary>The winners are those that the rule gives.</summary>
    RecountWinners,
    /// <summary>The winners were elected in the order that the file says.</summary>
    RecountOrder,
    /// <summary>The votes per project are those of the ballots.</summary>
    RecountVotes,
    /// <summary>The numbers of projects and ballots are those of the head.</summary>
    RecountNumbers,
    /// <summary>The tie lot follows from its key.</summary>
    RecountLot,
}
