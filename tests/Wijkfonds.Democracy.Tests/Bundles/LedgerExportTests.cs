using Wijkfonds.Democracy.Bundles;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Bundles;

public class LedgerExportTests
{
    private static EntryText Entry(long sequence, long cents = 2500, long? reverses = null) => new(
        "oosterpark", sequence, new(2026, 11, 21), 1795000000000 + sequence, reverses is null ? "deposit" : "reversal", reverses, "round-3", "deposit.received",
        [new("bank", null, null, reverses is null ? cents : -cents), new("contributor", "p7f3", null, reverses is null ? -cents : cents)]);

    private static LedgerExport Sound => LedgerExport.Of("oosterpark", [Entry(1), Entry(2, 100), Entry(3, 100, reverses: 2)]);

    [Fact]
    public void An_entry_is_written_as_the_format_says() => Assert.Equal(
        "wijkfonds-entry 1\nfund oosterpark\nsequence 1\nvalue-date 2026-11-21\nrecorded 1795000000001\nkind deposit\nreverses -\n" +
        "subject round-3\nnote-template deposit.received\nline bank - - 2500\nline contributor p7f3 - -2500\n", Entry(1).Write());

    [Fact]
    public void The_first_hash_follows_from_64_zeros() => Assert.Equal(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(new string('0', 64) + "\n" + Entry(1).Write()))),
        Sound.Entries[0].Hash);

    [Fact]
    public void A_sound_export_reads_back_the_same_and_every_claim_holds()
    {
        var text = Sound.Write();
        var read = LedgerExport.Read(text);
        Assert.Equal(text, read.Write());
        Assert.All(read.Check(), finding => Assert.True(finding.Holds, $"{finding.Difference}"));
    }

    [Fact]
    public void An_empty_journal_is_sound() =>
        Assert.All(LedgerExport.Read(LedgerExport.Of("nieuw", []).Write()).Check(), f => Assert.True(f.Holds));

    [Theory]
    [InlineData("line bank - - 2500", "line bank - - 2600", Claim.LedgerBalances)]
    [InlineData("value-date 2026-11-21", "value-date 2026-11-22", Claim.LedgerChain)]
    [InlineData("sequence 2", "sequence 4", Claim.LedgerSequence)]
    [InlineData("reverses 2", "reverses 1", Claim.LedgerReversals)]
    [InlineData("reverses 2", "reverses 3", Claim.LedgerReversals)]
    public void A_changed_line_is_found(string was, string becomes, Claim claim)
    {
        var text = Sound.Write();
        var at = text.IndexOf(was, StringComparison.Ordinal);
        var changed = string.Concat(text.AsSpan(0, at), becomes, text.AsSpan(at + was.Length));
        Assert.Contains(LedgerExport.Read(changed).Check(), finding => finding.Claim == claim && !finding.Holds);
    }

    [Fact]
    public void A_changed_previous_hash_is_found_with_the_entry_that_names_it()
    {
        var changed = Sound with { Entries = [Sound.Entries[0], Sound.Entries[1] with { Previous = Sound.Entries[1].Hash }, Sound.Entries[2]] };
        var found = Assert.Single(LedgerExport.Read(changed.Write()).Check(), f => !f.Holds);
        Assert.Equal((Claim.LedgerPrevious, "ledger.previous"), (found.Claim, found.Difference!.Key));
        Assert.Equal(["2", Sound.Entries[1].Hash, Sound.Entries[0].Hash], found.Difference.Values);
    }

    [Fact]
    public void An_export_of_the_version_before_is_read_checked_as_far_as_it_goes_and_written_as_it_was()
    {
        var old = string.Concat(Sound.Write().Replace("wijkfonds-ledger 2", "wijkfonds-ledger 1", StringComparison.Ordinal).Split('\n').Where(l => !l.StartsWith("previous ", StringComparison.Ordinal)).Select(l => l + "\n"))[..^1];
        var read = LedgerExport.Read(old);
        Assert.Equal(old, read.Write());
        Assert.All(read.Check(), f => Assert.True(f.Holds, $"{f.Difference}"));
        Assert.DoesNotContain(read.Check(), f => f.Claim == Claim.LedgerPrevious);
        Assert.Contains(Sound.Check(), f => f.Claim == Claim.LedgerPrevious);
        // Neither version takes the other's lines.
        Assert.Throws<TextError>(() => LedgerExport.Read(Sound.Write().Replace("wijkfonds-ledger 2", "wijkfonds-ledger 1", StringComparison.Ordinal)));
        Assert.Throws<TextError>(() => LedgerExport.Read(old.Replace("wijkfonds-ledger 1", "wijkfonds-ledger 2", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_last_entry_left_out_is_found()
    {
        var cut = Sound with { Entries = Sound.Entries.Take(2).ToList() };
        Assert.Equal(Claim.LedgerHead, Assert.Single(LedgerExport.Read(cut.Write()).Check(), f => !f.Holds).Claim);
    }

    [Fact]
    public void A_sum_that_wraps_around_is_no_balance()
    {
        var entry = Entry(1) with { Lines = [new("a", null, null, long.MaxValue), new("b", null, null, long.MaxValue), new("c", null, null, 2)] };
        Assert.Contains(LedgerExport.Of("oosterpark", [entry]).Check(), f => f.Claim == Claim.LedgerBalances && !f.Holds);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("two\nlines")]
    [InlineData("-")]
    [InlineData("")]
    public void A_word_that_could_forge_a_line_is_refused(string kind) =>
        Assert.Throws<ArgumentException>(() => (Entry(1) with { Kind = kind }).Write());

    [Theory]
    [InlineData("line bank - - 2500", "line bank - - +2500")]
    [InlineData("line bank - - 2500", "line bank - - 02500")]
    [InlineData("line bank - - 2500", "line bank - - 99999999999999999999")]
    [InlineData("line bank - - 2500", "line bank  - 2500")]
    [InlineData("wijkfonds-entry 1", "wijkfonds-entry 2")]
    [InlineData("value-date 2026-11-21", "value-date 2026-13-21")]
    [InlineData("kind deposit\n", "")]
    [InlineData("kind deposit", "kind -")]
    [InlineData("fund oosterpark", "fund -")]
    public void A_text_outside_the_format_is_refused_with_its_line(string was, string becomes)
    {
        var text = Entry(1).Write().Replace(was, becomes, StringComparison.Ordinal);
        Assert.True(Assert.Throws<TextError>(() => EntryText.Read(text)).Line > 0);
    }
}
