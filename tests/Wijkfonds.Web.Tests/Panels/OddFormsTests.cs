using AngleSharp.Html.Dom;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Panels;

public sealed class OddFormsTests
{
    private static readonly string[] Odd = ["", "-1", "0", "99999999999999999999", "<b>", "2027-03-28T02:30", "'; DROP TABLE \"Fund\"; --", "a\0b", new('a', 5_000)];

    [Theory, EachDatabase]
    public async Task Whatever_is_typed_about_a_draw_at_any_stage_gets_an_answer(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithRound(Phase.Submitting);
        await Send(n, "/rondes/1/loting/nieuw", n.Member);
        await (await n.As(n.Member).Go("/rondes/1/loting/nieuw")).Press("Panel openen", ("closes", In(site, 3)));
        await Send(n, "/rondes/1/loting/meedoen", n.Resident);
        await (await n.As(n.Residents[1]).Go("/rondes/1/loting/meedoen")).Press("Zet mij op de lijst");
        site.Clock.Advance(TimeSpan.FromDays(4));
        await Send(n, "/rondes/1/loting/aankondigen", n.Member);
        await (await n.As(n.Member).Go("/rondes/1/loting/aankondigen")).Press("Aankondiging voorleggen", ("source", "Lotto"), ("speaks", In(site, 1)));
        Assert.Null((await n.Second(Wijkfonds.Web.Alliance.DecisionKind.AnnounceDraw)).Refusal);
        site.Clock.Advance(TimeSpan.FromDays(2));
        await Send(n, "/rondes/1/loting/trekken", n.Member);
        await Send(n, "/rondes/1/loting/antwoord", n.Residents[1]);
    }

    private static async Task Send(Neighbourhood n, string path, Wijkfonds.Web.Neighbours.Account who)
    {
        var visitor = await n.As(who).Go(path);
        var forms = visitor.Page.Forms.Where(f => f.Method == "post").ToList();
        Assert.NotEmpty(forms);
        foreach (var form in forms)
            foreach (var odd in Odd)
            {
                using var fields = new FormUrlEncodedContent(form.Elements.OfType<IHtmlElement>().Select(e => e.GetAttribute("name")).Where(f => f is { Length: > 0 }).Distinct()
                    .Select(f => KeyValuePair.Create(f!, f == "__RequestVerificationToken" ? form.Elements.OfType<IHtmlInputElement>().Single(e => e.Name == f).Value : odd)));
                using var answer = await visitor.Http.PostAsync(new Uri(form.GetAttribute("action") is { Length: > 0 } to ? to : n.At(path), UriKind.Relative), fields);
                Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} at {path} with '{odd[..Math.Min(20, odd.Length)]}'");
            }
    }

    private static string In(TestSite site, int days) => Deadline.At(site.Clock.Now.AddDays(days), "Europe/Amsterdam").Local;
}
