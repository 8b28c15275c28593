using AngleSharp.Html.Dom;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Alliance;

public sealed class OddFormsTests
{
    private static readonly string[] Odd = ["", "-1", "Alliance--1", "99999999999999999999", "<b>", "2027-03-28T02:30", "a\0b", "9999-12-31", new('a', 5_000)];

    [Theory, EachDatabase]
    public async Task Whatever_one_field_says_at_the_desk_or_about_a_round_gets_an_answer(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        await n.WithPlan(await n.WithRound(Phase.Voting), "Regentonnen", 1_200);
        await (await n.As(n.SecondMember).Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        var member = n.As(n.Member);
        foreach (var path in new[] { "/bureau/besluiten/1", "/rondes/nieuw", "/rondes/1/bewerken", "/rondes/2/verzetten", "/rondes/2/stoppen", "/bureau/belangen", "/bureau/zetels" })
        {
            await member.Go(path);
            var form = member.Page.Forms.Last(f => f.Method == "post");
            var address = form.GetAttribute("action") is { Length: > 0 } to ? to : n.At(path);
            var whole = form.Elements.OfType<IHtmlElement>().Where(e => e is IHtmlInputElement { Type: not "radio" } or IHtmlSelectElement or IHtmlTextAreaElement)
                .Select(e => (Name: e.GetAttribute("name")!, Value: e is IHtmlInputElement input ? input.Value : e is IHtmlSelectElement select ? select.Value ?? "" : "x"))
                .Where(f => f.Name is { Length: > 0 }).ToList();
            // One wrong field among right ones, and all at once: checks behind the first refusal are reached too.
            foreach (var odd in Odd)
                foreach (var wrong in whole.Select(f => f.Name).Where(name => name != "__RequestVerificationToken").Append(null))
                {
                    using var fields = new FormUrlEncodedContent(whole.Select(f => KeyValuePair.Create(f.Name,
                        f.Name != "__RequestVerificationToken" && (wrong is null || f.Name == wrong) ? odd : f.Value)));
                    using var answer = await member.Http.PostAsync(new Uri(address, UriKind.Relative), fields);
                    Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} at {path}, {wrong ?? "all"} = '{odd[..Math.Min(20, odd.Length)]}'");
                }
        }
    }
}
