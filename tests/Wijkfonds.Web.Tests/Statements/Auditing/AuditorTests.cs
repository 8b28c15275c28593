using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

/// <summary>The audit committee and the accountant read everything about money, and do nothing but audit.</summary>
public sealed class AuditorTests
{
    [Theory, EachDatabase]
    public async Task Who_checks_the_books_has_no_part_in_the_money_from_whichever_side_it_is_tried(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.Submitting);
        var carried = await n.WithRound(Phase.CarryingOut);
        await n.WithAward(await n.WithPlan(carried, "Regentonnen", 3_000, by: n.Residents[1]), 3_000);
        await n.WithPlan(round, "Bankje", 1_000, admitted: false, by: n.Residents[2]);
        // To the committee: not a member, not a representative, not who made a plan that gets money or may get it; a neighbour may.
        foreach (var (who, words) in new[]
        {
            (n.Treasurer, "Wie in de kascommissie zit, heeft geen andere taak."), (n.ContributorRepresentative, "Wie in de kascommissie zit, heeft geen andere taak."), (n.DeskHelper, "Wie in de kascommissie zit, heeft geen andere taak."),
            (n.Residents[1], "een plan dat geld krijgt of nog kan krijgen: Regentonnen"), (n.Residents[2], "een plan dat geld krijgt of nog kan krijgen: Bankje"),
        })
            foreach (var place in new[] { "AuditCommittee-0", "Accountant-0" }) Assert.True((await Seat(n, who, place)).Sees(words), $"{who.PublicName} {place}");
        var maker = await n.Viewer(n.Residents[1]);
        var mate = await n.Account("Marit Buur");
        Assert.False((await n.InOneWork(db => AwardTeam.Add(db, maker, site.Clock.Now, 1, mate.Email))).Refused);
        Assert.True((await Seat(n, mate, "AuditCommittee-0")).Sees("een plan dat geld krijgt of nog kan krijgen: Regentonnen"));
        Assert.IsType<AuditorJoinsNoTeam>((await n.InOneWork(db => AwardTeam.Add(db, maker, site.Clock.Now, 1, n.Auditor.Email))).Refusal);
        Assert.True((await Seat(n, n.Resident, "AuditCommittee-0")).Sees("tweede lid"));

        // From the committee: no seat, no organisation, no plan, no panel, no payment.
        foreach (var place in new[] { "Alliance-0", "Desk-0", "Accountant-0" }) Assert.True((await Seat(n, n.Auditor, place)).Sees("Wie in de kascommissie zit, heeft geen andere taak."), place);
        var kees = await n.As(n.Auditor).Go("/rondes/1/plannen/nieuw");
        await kees.Press("Begin je plan");
        Assert.Equal(HttpStatusCode.Conflict, kees.Status);
        Assert.True(kees.Sees("Jij kijkt het geld na. Daarom kun je zelf geen plan insturen."));
        var tineke = await n.As(n.Treasurer).Go("/geld/betalingen");
        await tineke.Press("Betaling klaarzetten", ("award", "1"), ("amount", "10"), ("payee", "Kees"), ("iban", "NL91ABNA0417164300"), ("purpose", "Hulp"), ("who", "person"), ("account", n.Auditor.Email!));
        Assert.True(tineke.Sees("Deze persoon kijkt het geld na en wordt daarom niet uit het fonds betaald."), tineke.Text);
        var viewer = await n.Viewer(n.Treasurer);
        var cost = await n.InOneWork(db => Get<PayingOwnCosts>(site).Prepare(db, Get<Deciding>(site), viewer, site.Clock.Now, n.Fund, Guid.NewGuid(),
            new(nameof(AllianceCostKind.Helper), "10", "Kees", "NL91ABNA0417164300", true, n.Auditor.Email, "Hulp")));
        Assert.IsType<AuditorIsNotPaid>(cost.Refusal);
        tineke = await n.As(n.Treasurer).Go("/bijdragers/nieuw");
        await tineke.Press("Organisatie invoeren", ("name", "Kees BV"), ("representative", n.Auditor.Email!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tineke.Status);
    }

    [Theory, EachDatabase]
    public async Task Nothing_that_others_can_send_in_any_form_does_anything_for_who_checks_the_books(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var accountant = await n.WithAccountant(30);
        var round = await n.WithRound(Phase.Submitting);
        await n.WithPlan(round, "Bankje", 1_000, admitted: false, by: n.Residents[2]);
        await n.WithRound(Phase.Draft);
        // Every form of every page that the treasurer sees, as it stands there.
        var forms = new List<(string Action, List<KeyValuePair<string, string>> Fields)>();
        var treasurer = n.As(n.Treasurer);
        foreach (var path in EveryPage.Paths(site).Where(p => !IsOwn(p)))
        {
            if ((await treasurer.Go(path)).Status != HttpStatusCode.OK) continue;
            foreach (var form in treasurer.Page.Forms.Where(f => f.Method == "post"))
            {
                var action = form.GetAttribute("action") is { Length: > 0 } named ? named : n.At(path);
                if (!IsOwn(action[n.At("").Length..])) forms.Add((action, Fields(form)));
            }
        }
        Assert.True(forms.Count > 20, $"only {forms.Count} forms were found");
        foreach (var person in new[] { n.Auditor, accountant })
        {
            var visitor = n.As(person);
            var token = (await visitor.Go("/taal")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var before = await EveryPage.Rows(site);
            foreach (var (action, fields) in forms)
            {
                using var content = new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token)));
                using var answer = await visitor.Http.PostAsync(new Uri(action, UriKind.Relative), content);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity or HttpStatusCode.MethodNotAllowed,
                    $"{(int)answer.StatusCode} at {action} for {person.PublicName}");
            }
            Assert.Equal(before, await EveryPage.Rows(site));
        }
    }

    [Theory, EachDatabase]
    public async Task They_read_every_page_of_money_with_its_evidence_and_the_accountants_eyes_close_on_the_day(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var accountant = await n.WithAccountant(30);
        string[] pages =
        [
            "/geld", "/geld/boekingen", "/geld/boekingen/6", "/geld/bank", "/geld/betalingen", "/geld/betalingen/1", "/geld/betalingen/1/rekening", "/geld/toekenningen", "/geld/toekenningen/1", "/geld/kas", "/geld/eigen-kosten",
            "/geld/signalen", "/geld/relaties", "/stortingen", "/bijdragers/1/overzicht", "/geld/jaarrekening/2027", "/geld/kascommissie/2027", "/geld/kascommissie/2027/steekproef", "/geld/kascommissie/banden", "/geld/betalingen/bestanden",
        ];
        foreach (var person in new[] { n.Auditor, accountant })
            foreach (var path in pages)
            {
                var page = await n.As(person).Go(path);
                Assert.True(page.Status == HttpStatusCode.OK, $"{(int)page.Status} at {path} for {person.PublicName}");
                // Only the declaration is theirs to send; the rest of the committee's forms is not the accountant's.
                if (person == accountant && path != "/geld/kascommissie/banden") Assert.Empty(page.Page.QuerySelectorAll("main form[method=post]"));
            }
        // In a browser that was open all the time, the next request is out.
        var open = await n.As(accountant).Go("/geld/kascommissie/2027");
        Assert.True(open.Sees("Bestanden van de bank"));
        site.Clock.Advance(TimeSpan.FromDays(30));
        Assert.False((await open.Go("/geld/kascommissie/2027")).Sees("Bestanden van de bank"));
        foreach (var path in new[] { "/geld/signalen", "/geld/betalingen", "/geld/bank", "/bijdragers/1/overzicht", "/geld/kascommissie/banden" })
            Assert.Equal(HttpStatusCode.NotFound, (await open.Go(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await n.As(n.Auditor).Go("/geld/bank")).Status);
    }

    /// <summary>What everybody may do for themselves: their own account, their language, their vote, mails about a round.</summary>
    private static bool IsOwn(string path) => path.Contains("uitloggen", StringComparison.Ordinal) || path.StartsWith("/account", StringComparison.Ordinal) || path.StartsWith("/taal", StringComparison.Ordinal)
        || path.StartsWith("/fout", StringComparison.Ordinal) || path.Contains("herinnering", StringComparison.Ordinal) || path.StartsWith("/stem", StringComparison.Ordinal) || path.StartsWith("/geld/kascommissie/banden", StringComparison.Ordinal)
        || path is "/" or "/inloggen" or "/registreren" or "/wachtwoord-vergeten";

    private static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
    [
        .. form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } name && name != "__RequestVerificationToken").Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e switch
        {
            IHtmlInputElement { Type: "text" or "" } input when input.Value.Length == 0 => "12",
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlTextAreaElement => "Iets",
            _ => "",
        })),
    ];

    private static async Task<NeighbourhoodVisitor> Seat(Neighbourhood n, Account who, string place) =>
        await (await n.As(n.Member).Go("/bureau/zetels")).Press("Voorleggen aan een tweede lid", ("Email", who.Email!), ("Place", place));

    private static T Get<T>(TestSite site) where T : notnull => (T)site.Services.CreateScope().ServiceProvider.GetService(typeof(T))!;
}
