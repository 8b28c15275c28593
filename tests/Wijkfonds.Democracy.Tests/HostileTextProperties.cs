using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Pabulib;
using Wijkfonds.Democracy.Sortition;
using Wijkfonds.Democracy.Tests.Bundles;
using Wijkfonds.Democracy.Tests.Counting;
using Xunit;

namespace Wijkfonds.Democracy.Tests;

/// <summary>Files come from strangers: whatever stands in them, a reader answers with what it read or with a TextError, and with nothing else.</summary>
public class HostileTextProperties
{
    private static readonly string Recount = Write(RecountFile.Of(
        new Greedy(Threshold: 1).Count(Elections.Of([60, 50, 40], 100, "0 1", "2", ""), TieOrder.Id), [new("description", "Ronde \"3\"; de wijk")], ["p2", "p0", "p1"]));

    private static readonly string Draw = DrawBundle.Of(new("panel-1", 2, 1, "bron", ["a", "b", "c"]), "zes").Write();

    private const string Categories = "category,feature,min,max,min_flex,max_flex,population\nsex,f,1,2,0,3,500\nsex,m,1,2,0,3,480\n";

    private static readonly string Ledger = LedgerExport.Of("wijk",
    [
        new("wijk", 1, new(2026, 1, 1), 1, "deposit", null, null, null, [new("bank", null, null, 5), new("pot", "p1", null, -5)]),
        new("wijk", 2, new(2026, 1, 2), 2, "reversal", 1, null, null, [new("bank", null, null, -5), new("pot", "p1", null, 5)]),
    ]).Write();

    [Fact]
    public void A_damaged_recount_file_is_read_or_refused() => Damaged(Recount, text =>
    {
        var file = PabulibReader.Read(new StringReader(text));
        RecountFile.Check(file);
    });

    [Fact]
    public void A_damaged_draw_bundle_is_read_or_refused() => Damaged(Draw, text => DrawBundle.Read(text).Check());

    [Fact]
    public void A_damaged_bundle_of_a_fair_draw_is_read_or_refused() => Damaged(FairBundleTests.Sound.Write(), text => FairBundle.Read(text).Check());

    [Fact]
    public void A_damaged_pool_or_file_of_quotas_is_read_or_refused()
    {
        var quotas = Quotas.Read(new StringReader(Categories));
        Damaged(Categories, text => Quotas.Read(new StringReader(text)));
        Damaged("name,sex,street\nAnna,f,\"Kerk \"\"straat\"\"\"\nBen,m,\n", text => Pool.Read(new StringReader(text), quotas.Features, "street"));
    }

    [Fact]
    public void A_damaged_ledger_export_is_read_or_refused() => Damaged(Ledger, text => LedgerExport.Read(text).Check());

    /// <summary>Cuts, doubles, swaps and overwrites pieces of a sound text.</summary>
    private static void Damaged(string sound, Action<string> read)
    {
        // Whole words are replaced as well as any piece: a lone dash or number where a word should be is what readers forget.
        var words = System.Text.RegularExpressions.Regex.Matches(sound, @"[^\s;]+").Select(m => (m.Index, m.Length)).ToArray();
        var damage = from word in Gen.Elements(words)
                     from whole in Gen.Elements(true, false)
                     from at in Gen.Choose(0, sound.Length - 1)
                     from length in Gen.Choose(0, 20)
                     from with in Gen.Elements("", "\n", ";", "\"", "-", "0", "9999999999999999999", ",", " ", "\u0000", "é", "\uD800", "\r", sound[..Math.Min(40, sound.Length)])
                     select whole ? (At: word.Index, Length: word.Length, With: with) : (At: at, Length: Math.Min(length, sound.Length - at), With: with);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(damage.ListOf(3).ToArbitrary(), pieces =>
        {
            var text = pieces.Aggregate(sound, (now, d) => d.At + d.Length > now.Length ? now : now.Remove(d.At, d.Length).Insert(d.At, d.With));
            try { read(text); }
            catch (TextError) { }
            return true;
        }));
    }

    private static string Write(PabulibFile file)
    {
        var writer = new StringWriter();
        PabulibWriter.Write(file, writer);
        return writer.ToString();
    }
}
