using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>
/// The lines that were read before. Within one bank's format a line is known by its key. A line of another format (the same
/// days as CSV and as CAMT) has another key, and is known by its day, amount and other account; where one of the two names
/// no other account, by day and amount, unless their names speak of two parties. Each line that is there makes one line of a
/// file known, never two. A key that comes again with another amount or account is no line that was there: it is read.
/// </summary>
internal sealed class KnownLines
{
    private readonly Dictionary<string, Other> keys;
    private readonly List<Other> elsewhere;

    private sealed record Other(string Key, DateOnly Day, long Amount, string Iban, string Name)
    {
        public bool Contradicts(StatementLine line) => Amount != line.Amount.Value || (Iban.Length > 0 && line.Iban.Length > 0 && Iban != line.Iban);

        public bool MayBe(string name)
        {
            var (one, two) = (Letters(Name), Letters(name));
            return one.Length == 0 || two.Length == 0 || one.Contains(two, StringComparison.Ordinal) || two.Contains(one, StringComparison.Ordinal);
        }

        private static string Letters(string name) => new([.. name.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
    }

    private KnownLines(Dictionary<string, Other> keys, List<Other> elsewhere) => (this.keys, this.elsewhere) = (keys, elsewhere);

    public static async Task<KnownLines> Of(WijkfondsContext db, BankContent content)
    {
        var (from, until) = (content.Statements.Min(s => s.From), content.Statements.Max(s => s.Until));
        var there = await (from line in db.Set<BankLine>()
                           join statement in db.Set<BankStatement>() on line.StatementId equals statement.Id
                           join file in db.Set<BankFile>() on statement.FileId equals file.Id
                           where line.BookedOn >= @from && line.BookedOn <= until
                           orderby line.Number
                           select new { line.Key, line.BookedOn, Amount = line.Amount.Value, line.Words.Iban, line.Words.Name, file.Format }).ToListAsync();
        var known = there.Select(l => (l.Format, Line: new Other(l.Key, l.BookedOn, l.Amount, l.Iban, l.Name))).ToList();
        return new(known.ToDictionary(l => l.Line.Key, l => l.Line), [.. known.Where(l => Family(l.Format) != Family(content.Format)).Select(l => l.Line)]);
    }

    /// <summary>The lines of one list that are not there yet, in its order, each with its key.</summary>
    public IReadOnlyList<(StatementLine Line, string Key)> New(IReadOnlyList<StatementLine> read)
    {
        var named = read.Zip(LineKeys.Of(read)).Select(l => keys.TryGetValue(l.Second, out var there) && there.Contradicts(l.First) ? (l.First, Second: LineKeys.Apart(l.Second, l.First)) : l).ToList();
        // Without a reference of the bank two formats may say the very same: such a line makes no second one known.
        elsewhere.RemoveAll(o => named.Any(l => l.Second == o.Key));
        var left = named.Where(l => !keys.ContainsKey(l.Second)).ToList();
        // First who surely is the same; then a line without another account may be any of that day and amount.
        left.RemoveAll(l => Take(o => o.Iban.Length > 0 && o.Iban == l.First.Iban, l.First));
        left.RemoveAll(l => Take(o => (o.Iban.Length == 0 || l.First.Iban.Length == 0) && o.MayBe(l.First.Name), l.First));
        foreach (var (line, key) in left) keys.TryAdd(key, new Other(key, line.BookedOn, line.Amount.Value, line.Iban, line.Name));
        return left;
    }

    private bool Take(Func<Other, bool> fits, StatementLine line)
    {
        var at = elsewhere.FindIndex(o => o.Day == line.BookedOn && o.Amount == line.Amount.Value && fits(o));
        if (at < 0) return false;
        elsewhere.RemoveAt(at);
        return true;
    }

    /// <summary>Both versions of CAMT carry the bank's own references.</summary>
    private static BankFormat Family(BankFormat format) => format == BankFormat.Camt02 ? BankFormat.Camt08 : format;
}
