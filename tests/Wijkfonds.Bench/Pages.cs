using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Bench;

/// <summary>What a resident waits for: pages of a fund with a round of 100 plans in voting, over loopback.</summary>
internal static partial class Pages
{
    public static async Task<IEnumerable<Figure>> Run()
    {
        using var site = new TestSite();
        site.UseKestrel(0);
        site.StartServer();
        var n = await Neighbourhood.On(site);
        await n.WithMoney(200_000);
        var plans = Enumerable.Range(1, 100).Select(i => ($"Plan van straat {i}", 500L + 37 * i)).ToArray();
        var round = await n.WithOpenVote(BallotType.Knapsack, budget: 50_000, plansOnBallot: plans);
        var voter = Visitor.At(site.ClientOptions.BaseAddress);
        await voter.Go(n.At("/stemmen"));
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[0].ToString()));
        var http = voter.Http;
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var figures = new List<Figure>
        {
            new("home_ms", await Time(http, n.At("/")), "ms"),
            new("plans_ms", await Time(http, n.At($"/rondes/{round.Number}/plannen")), "ms"),
            new("ballot_ms", await Time(http, n.At("/stembiljet")), "ms"),
            new("home_kb", await FirstView(http, n.At("/")), "kB"),
            new("ballot_kb", await FirstView(http, n.At("/stembiljet")), "kB"),
        };
        return [.. figures, .. await Process()];
    }

    private static async Task<IEnumerable<Figure>> Process()
    {
        var data = Directory.CreateTempSubdirectory("wijkfonds-bench-").FullName;
        try
        {
            var seconds = await Figure.Median(1, 5, async () => (await BuiltProgram.Start(data, TimeSpan.Zero)).Seconds);
            var megabytes = await Figure.Median(0, 5, async () => (await BuiltProgram.Start(data, TimeSpan.FromSeconds(5))).Megabytes);
            return [new("start_s", seconds, "s"), new("idle_mb", megabytes, "MB")];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static Task<double> Time(HttpClient http, string path) => Figure.Median(20, 51, () => Figure.Milliseconds(async () =>
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }));

    /// <summary>The page and everything that it makes a browser fetch, as it goes over the wire.</summary>
    private static async Task<double> FirstView(HttpClient http, string path)
    {
        var bytes = await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        var total = (double)bytes.Length;
        // The same page unpacked tells which files it asks for.
        using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var html = await new StreamReader(packed).ReadToEndAsync();
        foreach (var asset in Asset().Matches(html).Select(m => m.Groups[1].Value).Distinct())
            total += (await http.GetByteArrayAsync(new Uri(asset, UriKind.Relative))).Length;
        return total / 1024;
    }

    [GeneratedRegex("""(?:href|src)="(/[^"]*/?(?:lib|css|js|icons)/[^"]+)""")]
    private static partial Regex Asset();
}
