using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Cli;
using Wijkfonds.Democracy.Bundles;

namespace Wijkfonds.Democracy.Tests.Bundles;

public sealed class LedgerSampleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wijkfonds").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Ninety entries: thirty of 2025, thirty of 2026, thirty of 2025 that were booked last.</summary>
    private static LedgerExport Book => LedgerExport.Of("wijk", Enumerable.Range(1, 90).Select(i => new EntryText("wijk", i, new(i is > 30 and <= 60 ? 2026 : 2025, 6, 1), i, "deposit", null, null, null,
        [new("bank", "p", null, i), new("pot", "p", null, -i)])));

    [Fact]
    public void The_lowest_hashes_of_seed_and_number_are_drawn_as_anybody_can_compute()
    {
        var seed = Book.Entries[69].Hash;
        var expected = Enumerable.Range(1, 70).Where(i => i is <= 30 or > 60).OrderBy(i => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{i}"))), StringComparer.Ordinal)
            .Take(25).Select(i => (long)i).Order();
        Assert.Equal(expected, LedgerSample.Of(Book, 2025, 70, 25));
        Assert.Throws<ArgumentException>(() => LedgerSample.Of(Book, 2025, 91, 25));
    }

    [Fact]
    public void The_command_says_the_same_and_draws_nothing_from_a_book_that_is_not_sound()
    {
        var (code, output) = Run(Book.Write(), "--year", "2025", "--at", "70");
        Assert.Equal(ExitCode.Fine, code);
        Assert.Contains($"lot         {Book.Entries[69].Hash}", output, StringComparison.Ordinal);
        Assert.Contains("boekingen   " + string.Join(' ', LedgerSample.Of(Book, 2025, 70, 25)), output, StringComparison.Ordinal);
        Assert.Equal(3, Run(Book.Write(), "--year", "2025", "--at", "70", "--size", "3").Output.Split("boekingen   ")[1].Trim().Split(' ').Length);
        Assert.Equal(ExitCode.Usage, Run(Book.Write(), "--year", "2025", "--at", "99").Code);
        Assert.Equal(ExitCode.Usage, Run(Book.Write(), "--year", "2025").Code);
        Assert.Equal(ExitCode.Differs, Run(Book.Write().Replace("line bank p - 7\n", "line bank p - 8\n", StringComparison.Ordinal), "--year", "2025", "--at", "70").Code);
    }

    /// <summary>Whatever the seed and the book: nothing but entries of the year, none twice, as many as there can be; the order of looking does not matter, and one more place never loses one that was in.</summary>
    [Fact]
    public void A_sample_follows_from_the_seed_alone() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<NonEmptySet<PositiveInt>>(), ArbMap.Default.ArbFor<PositiveInt>(), (seed, numbers, size) =>
        {
            var entries = numbers.Get.Select(n => (long)n.Get).ToList();
            var hash = seed.Get.ToString("x64", CultureInfo.InvariantCulture);
            var sample = LedgerSample.Of(hash, entries, size.Get);
            return sample.Count == Math.Min(size.Get, entries.Count) && sample.Distinct().Count() == sample.Count && sample.All(entries.Contains) && sample.SequenceEqual(sample.Order())
                && sample.SequenceEqual(LedgerSample.Of(hash, Enumerable.Reverse(entries), size.Get)) && sample.All(LedgerSample.Of(hash, entries, size.Get + 1).Contains);
        }));

    private (int Code, string Output) Run(string ledger, params string[] more)
    {
        var file = Path.Combine(folder, "grootboek.txt");
        File.WriteAllText(file, ledger);
        using var said = new StringWriter();
        return (Commands.Run(["sample", file, .. more], new Terminal(said, said, Language.Dutch)), said.ToString());
    }
}
