using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Funds.Bank.Reading;

/// <summary>Reads a file of any bank: recognised by what is in it, never by its name.</summary>
public static class BankReader
{
    public const int MostMegabytes = 20;
    public const int MostBytes = MostMegabytes * 1024 * 1024;
    /// <summary>In euros. No account of a neighbourhood holds more, and sums of such amounts never overflow.</summary>
    public const decimal MostEuros = 10_000_000_000;

    /// <summary>Null for more than there can be, or parts of a cent.</summary>
    internal static Cents? Cents(decimal euros) => Math.Abs(euros) <= MostEuros && euros * 100 == decimal.Truncate(euros * 100) ? new Cents((long)(euros * 100)) : null;

    public static Outcome<BankContent> Read(byte[] content)
    {
        if (content.Length > MostBytes) return new BankFileTooLarge(MostMegabytes);
        var start = Array.FindIndex(content, b => b is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'));
        if (start < 0) return new BankFileEmpty();
        var read = content[start] == (byte)'<' ? Camt053.Read(content) : BankCsv.Read(FileText.Of(content));
        return read.Refused ? read.Refusal : Unbalanced(read.Value) is { } refusal ? refusal : read;
    }

    private static BankFileDoesNotAddUp? Unbalanced(BankContent content)
    {
        foreach (var statement in content.Statements)
            if (statement is { Opening: { } opening, Closing: { } closing }
                && statement.Lines.Aggregate(opening, (sum, line) => sum + line.Amount) is var reckoned && reckoned != closing)
                return new BankFileDoesNotAddUp(statement.Number, reckoned, closing);
        return null;
    }
}

/// <summary>A place in a file that cannot be read; becomes <see cref="BankFileBroken"/>.</summary>
internal sealed class BrokenLine(int line, Refusal? refusal = null) : Exception
{
    public Refusal Refusal => refusal ?? new BankFileBroken(line);
}
