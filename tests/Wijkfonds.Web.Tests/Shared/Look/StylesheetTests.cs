using System.Globalization;
using System.Text.RegularExpressions;

namespace Wijkfonds.Web.Tests.Shared.Look;

/// <summary>What the stylesheet promises: readable in both schemes, mirrored for right-to-left, and light to fetch.</summary>
public sealed partial class StylesheetTests
{
    // Text on its ground needs 4.5 to 1; edges and marks 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
    private static readonly (string Front, string Ground, double Needed)[] Pairs =
    [
        ("ink", "paper", 4.5), ("ink", "sheet", 4.5), ("ink", "fund-soft", 4.5), ("ink", "stop-soft", 4.5),
        ("quiet", "paper", 4.5), ("quiet", "sheet", 4.5), ("quiet", "fund-soft", 4.5),
        ("fund", "paper", 4.5), ("fund", "sheet", 4.5), ("fund", "fund-soft", 4.5), ("fund-ink", "fund", 4.5),
        ("act-ink", "act", 4.5), ("act-ink", "act-deep", 4.5), ("stop", "paper", 4.5), ("stop", "sheet", 4.5), ("stop", "stop-soft", 4.5),
        ("demo-ink", "demo", 4.5), ("edge", "paper", 3), ("edge", "sheet", 3), ("act", "paper", 3), ("promised", "paper", 3), ("paid", "sheet", 3),
    ];

    [Fact]
    public async Task Every_text_can_be_read_on_its_ground_in_light_and_in_dark()
    {
        var css = await Stylesheet();
        var light = Tokens(css[..css.IndexOf("@media", StringComparison.Ordinal)]);
        var dark = Tokens(css[css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..css.IndexOf("--utrecht", StringComparison.Ordinal)]);
        Assert.Equal(light.Keys.Order(), dark.Keys.Order());
        var weak = from scheme in new[] { light, dark }
                   from pair in Pairs
                   let contrast = Contrast(scheme[pair.Front], scheme[pair.Ground])
                   where contrast < pair.Needed
                   select $"{pair.Front} {scheme[pair.Front]} on {pair.Ground} {scheme[pair.Ground]}: {contrast:0.00}";
        Assert.Empty(weak);
    }

    [Fact]
    public async Task Nothing_is_left_or_right_so_that_arabic_mirrors()
    {
        var sided = Sided().Matches(await Stylesheet()).Select(m => m.Value);
        Assert.Empty(sided);
    }

    [Fact]
    public async Task The_files_of_a_first_view_leave_half_of_sixty_kilobytes_for_the_page()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var neighbour = await Visitor.To(site).Go("/w/oosterhoek/");
        var paths = neighbour.Page.QuerySelectorAll("link[href],script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        Assert.Contains(paths, p => p.Contains("site", StringComparison.Ordinal) && p.EndsWith(".css", StringComparison.Ordinal));
        var bytes = 0;
        foreach (var path in paths)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            asked.Headers.Add("Accept-Encoding", "gzip");
            using var answer = await neighbour.Http.SendAsync(asked);
            Assert.True(answer.IsSuccessStatusCode, path);
            Assert.Contains("immutable", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
            var length = (await answer.Content.ReadAsByteArrayAsync()).Length;
            Assert.True(length > 100, $"{path} is empty");
            bytes += length;
        }
        Assert.InRange(bytes, 1, 31_000);
    }

    private static async Task<string> Stylesheet()
    {
        await using var site = new TestSite();
        return await Visitor.To(site).Http.GetStringAsync(new Uri("/css/site.css", UriKind.Relative));
    }

    private static Dictionary<string, string> Tokens(string css) =>
        Token().Matches(css).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Light(a), Light(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Light(string hex)
    {
        var digits = hex.Length == 4 ? string.Concat(hex[1..].Select(c => new string(c, 2))) : hex[1..];
        double Part(int at)
        {
            var value = int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(0) + 0.7152 * Part(2) + 0.0722 * Part(4);
    }

    [GeneratedRegex(@"--([a-z-]+): (#[0-9a-f]{3,6})[;\s]")]
    private static partial Regex Token();

    [GeneratedRegex(@"[;{\s](margin-left|margin-right|padding-left|padding-right|border-left|border-right|left|right|float|text-align:\s*(left|right))\s*:[^;}]*")]
    private static partial Regex Sided();
}
