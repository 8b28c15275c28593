using System.Text.RegularExpressions;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Holding;

/// <summary>What was typed about the holder, and, once read, what the second member agrees to.</summary>
public sealed partial record HolderForm
{
    public const int LongestName = 120;
    public const int LongestText = 1500;

    public string? Kind { get; init; }
    public string? Name { get; init; }
    public string? Kvk { get; init; }
    public string? Rsin { get; init; }
    public string? Board { get; init; }
    public string? PayPolicy { get; init; }
    public string? Complaints { get; init; }

    public static HolderForm Of(Holder holder) => new()
    {
        Kind = holder.Kind.ToString(), Name = holder.Name, Kvk = holder.Kvk, Rsin = holder.Rsin, Board = holder.Board, PayPolicy = holder.PayPolicy, Complaints = holder.Complaints,
    };

    /// <summary>The same, cleaned; or what is wrong with it.</summary>
    public Outcome<HolderForm> Read()
    {
        if (!Enum.GetNames<HolderKind>().Contains(Kind)) return new Missing("Kind", "Holder.Kind");
        var name = Typed.Needed(Name, "Name", LongestName, "Holder.Name");
        if (name.Refused) return name.Refusal;
        var (kvk, rsin) = (Spaces().Replace(Kvk ?? "", ""), Spaces().Replace(Rsin ?? "", ""));
        if (kvk.Length > 0 && !Eight().IsMatch(kvk)) return new Missing("Kvk", "Holder.Kvk");
        if (rsin.Length > 0 && !IsRsin(rsin)) return new Missing("Rsin", "Holder.Rsin");
        var read = new HolderForm
        {
            Kind = Kind, Name = name.Value, Kvk = kvk, Rsin = rsin, Board = Typed.Paragraphs(Board), PayPolicy = Typed.Paragraphs(PayPolicy), Complaints = Typed.Paragraphs(Complaints),
        };
        if (read.Board.Length > LongestText) return new LineTooLong("Board", LongestText);
        if (read.PayPolicy.Length > LongestText) return new LineTooLong("PayPolicy", LongestText);
        if (read.Complaints.Length > LongestText) return new LineTooLong("Complaints", LongestText);
        return read.Complaints.Length == 0 ? new Missing("Complaints", "Holder.Complaints") : read;
    }

    /// <summary>Nine digits. No more is asked: that its digits check each other is confirmed by no source at hand, and a real number must never be refused.</summary>
    public static bool IsRsin(string digits) => Nine().IsMatch(digits) && digits != "000000000";

    [GeneratedRegex(@"[\s.]")]
    private static partial Regex Spaces();

    [GeneratedRegex("^[0-9]{8}$")]
    private static partial Regex Eight();

    [GeneratedRegex("^[0-9]{9}$")]
    private static partial Regex Nine();
}
