namespace Wijkfonds.Web.Tests.Shared;

/// <summary>The program as a newcomer starts it, killed without warning right after it said that something was done.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("wijkfonds-killed-").FullName;

    [Fact]
    public async Task A_ballot_and_a_deposit_that_were_acknowledged_are_there_after_a_kill()
    {
        await using var program = new OwnProcess(("ASPNETCORE_ENVIRONMENT", "Development"), ("Data__Path", data));
        await program.Start();
        var voter = await Visitor.At(program.Address).Go("/w/oosterhoek/");
        var code = voter.Page.QuerySelector(".demo-bar code")!.TextContent.Trim();
        await voter.Go("/w/oosterhoek/stemmen");
        await voter.Press("Naar het stembiljet", ("code", code));
        await voter.Press("Verder: klopt dit?", ("plan", "10"));
        await voter.Press("Stem in de bus doen");
        var receipt = voter.Page.QuerySelector(".receipt")!.TextContent.Trim();
        var treasurer = await Visitor.At(program.Address).Go("/w/oosterhoek/");
        await treasurer.Press("Tineke Pel, penningmeester");
        await treasurer.Go("/w/oosterhoek/stortingen");
        await treasurer.Press("Storting invoeren", ("contributor", "5"), ("date", TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("amount", "1.234,56"), ("reference", "vlak voor de stroomuitval"));
        Assert.Contains("1.234,56", treasurer.Text, StringComparison.Ordinal);

        await program.Kill();
        await program.Start();

        await treasurer.Go("/w/oosterhoek/stortingen");
        Assert.Contains("vlak voor de stroomuitval", treasurer.Text, StringComparison.Ordinal);
        voter = await Visitor.At(program.Address).Go("/w/oosterhoek/stemmen");
        await voter.Press("Naar het stembiljet", ("code", code));
        Assert.Equal(receipt, voter.Page.QuerySelector(".receipt")!.TextContent.Trim());
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
