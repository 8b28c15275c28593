using System.Xml.Linq;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>An auditfile as it came over the wire.</summary>
public sealed record XafRead(string Name, string Year, bool Is40, byte[] Bytes)
{
    public XElement Root { get; } = XDocument.Load(new MemoryStream(Bytes)).Root!;

    public IReadOnlyList<XElement> Of(string element) => [.. Root.Descendants().Where(e => e.Name.LocalName == element)];

    public IReadOnlyList<string> Values(string element) => [.. Of(element).Select(e => e.Value)];
}

/// <summary>The auditfiles of a book of two years: of the whole fund, and of one contributor.</summary>
public sealed class XafFiles : IAsyncLifetime
{
    /// <summary>The fund's first year in 4.0 stands first.</summary>
    public IReadOnlyList<XafRead> All { get; private set; } = [];

    /// <summary>The same without naming a version.</summary>
    public byte[] Plain { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var site = new TestSite();
        var n = await BookOfTwoYears.On(site);
        var all = new List<XafRead>();
        foreach (var year in new[] { "2027", "2028" })
            foreach (var version in new[] { "4.0", "3.2" })
            {
                all.Add(await Read(n.Stranger, $"/geld/jaarrekening/{year}.xaf?versie={version}", year, version));
                all.Add(await Read(n.As(n.ContributorRepresentative), $"/bijdragers/1/overzicht.xaf?jaar={year}&versie={version}", year, version));
            }
        (All, Plain) = (all, await Get(n.Stranger, "/geld/jaarrekening/2027.xaf"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static Task<byte[]> Get(NeighbourhoodVisitor visitor, string path) => visitor.Http.GetByteArrayAsync(new Uri("/w/oosterhoek" + path, UriKind.Relative));

    private static async Task<XafRead> Read(NeighbourhoodVisitor visitor, string path, string year, string version)
    {
        using var answer = await visitor.Http.GetAsync(new Uri("/w/oosterhoek" + path, UriKind.Relative));
        return new XafRead(answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), year, version == "4.0", await answer.Content.ReadAsByteArrayAsync());
    }
}
