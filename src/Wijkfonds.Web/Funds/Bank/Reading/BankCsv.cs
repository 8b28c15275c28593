using System.Globalization;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank.Reading;

/// <summary>The lists that Dutch banks let one download as text, recognised by their columns.</summary>
internal static class BankCsv
{
    public static Outcome<BankContent> Read(string text)
    {
        try
        {
            // No bank writes it, and what reads numbers stops at it without a word.
            if (text.IndexOf('\0', StringComparison.Ordinal) is var nothing and >= 0) return new BankFileBroken(1 + text.AsSpan(0, nothing).Count('\n'));
            var first = text.AsSpan(0, text.AsSpan().IndexOf('\n') is var end and >= 0 ? end : text.Length).ToString();
            var separator = first.Contains('\t', StringComparison.Ordinal) ? '\t' : first.Count(c => c == ';') > first.Count(c => c == ',') ? ';' : ',';
            var rows = Csv.Rows(text, separator).ToList();
            if (rows.Count == 0) return new BankFileEmpty();
            if (CsvFormat.Of(rows[0].Cells) is not { } format) return new BankFileUnknown();
            var lines = format.Read(format.HasHeader ? rows.Skip(1) : rows).ToList();
            if (lines.Count == 0) return new BankFileEmpty();
            return new BankContent(format.Bank, [.. lines.GroupBy(l => l.Account).Select(g => Statement(g.Key, [.. g.Select(l => l.Line)]))]);
        }
        catch (BrokenLine broken)
        {
            return broken.Refusal;
        }
    }

    /// <summary>
    /// Some banks write the newest line first, others the oldest. Where every line has its balance, the order is the one in
    /// which the balances follow each other, and the list's own balances come from it; else there are none.
    /// </summary>
    private static ReadStatement Statement(string account, IReadOnlyList<StatementLine> lines)
    {
        var (from, until) = (lines.Min(l => l.BookedOn), lines.Max(l => l.BookedOn));
        var number = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} - {until:yyyy-MM-dd}");
        var ordered = lines[0].BookedOn > lines[^1].BookedOn || (!Follows(lines) && Follows([.. lines.Reverse()])) ? [.. lines.Reverse()] : lines;
        if (lines.Any(l => l.BalanceAfter is null)) return new(account, number, null, null, from, until, ordered);
        return new(account, number, ordered[0].BalanceAfter!.Value - ordered[0].Amount, ordered[^1].BalanceAfter, from, until, ordered);
    }

    private static bool Follows(IReadOnlyList<StatementLine> lines) =>
        lines.Skip(1).Zip(lines).All(pair => pair.First.BalanceAfter is { } after && pair.Second.BalanceAfter is { } before && before + pair.First.Amount == after);
}
