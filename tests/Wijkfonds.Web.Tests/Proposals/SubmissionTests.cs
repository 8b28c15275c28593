using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Writing;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class SubmissionTests
{
    [Theory, EachDatabase]
    public async Task Until_the_last_millisecond_a_plan_is_in_and_at_the_closing_instant_nothing_is(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        var (early, late) = (await n.WithDraft(round, "Op tijd"), await n.WithDraft(round, "Te laat"));
        var rosa = await n.As(n.Resident).Go($"/mijn/plannen/{early.Handle}/5");
        var tooLate = await n.As(n.Resident).Go($"/mijn/plannen/{late.Handle}/5");
        var writing = await n.As(n.Resident).Go($"/mijn/plannen/{late.Handle}/1");
        var starting = await n.As(n.Resident).Go("/rondes/1/plannen/nieuw");

        site.Clock.MoveTo(round.SubmissionCloses.Instant.AddMilliseconds(-1));
        await rosa.Press("Plan insturen");
        Assert.True(rosa.Sees("Het heeft nummer 1."));

        site.Clock.MoveTo(round.SubmissionCloses.Instant);
        foreach (var (visitor, button) in new[] { (tooLate, "Plan insturen"), (starting, "Begin je plan") })
        {
            await visitor.Press(button);
            Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
            Assert.True(visitor.Sees("Insturen kan niet meer"));
        }
        await writing.Press("Bewaar en ga verder", ("Title", "Nog net iets anders"));
        Assert.Equal(HttpStatusCode.Conflict, writing.Status);
        Assert.Equal("Nog net iets anders", writing.Page.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Null((await n.Stored(late)).Number);
        Assert.Equal("Te laat", (await n.Stored(late)).Title);
    }

    [Theory, EachDatabase]
    public async Task Pressing_twice_gives_one_number_one_version_and_one_mail(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var draft = await n.WithDraft(await n.WithRound(Phase.Submitting));
        var rosa = await n.As(n.Resident).Go($"/mijn/plannen/{draft.Handle}/5");
        var fields = rosa.Page.Forms.Single(f => f.Method == "post" && f.Action.Contains(draft.Handle, StringComparison.Ordinal)).Elements
            .Select(e => (Name: e.GetAttribute("name") ?? "", Value: e.GetAttribute("value") ?? "")).Where(f => f.Name.Length > 0)
            .Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        async Task<HttpResponseMessage> Press()
        {
            using var form = new FormUrlEncodedContent(fields);
            return await rosa.Http.PostAsync(new Uri(n.At($"/mijn/plannen/{draft.Handle}/5"), UriKind.Relative), form);
        }
        foreach (var answer in await Task.WhenAll(Press(), Press(), Press()))
            Assert.EndsWith("/rondes/1/plannen/1", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        await using var db = n.Open();
        Assert.Single(await db.VersionsOf(draft.Id));
        Assert.Single((await n.Stored(draft)).Acts);
        Assert.Single(await db.Set<OutboxMessage>().ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Plans_that_are_sent_in_at_once_get_different_numbers(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        var drafts = new List<Proposal>();
        foreach (var resident in n.Residents) drafts.Add(await n.WithDraft(round, "Plan van " + resident.PublicName, by: resident));
        var sent = await Task.WhenAll(drafts.Select(async draft =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<FundScope>().Fund = n.Fund;
            var submission = scope.ServiceProvider.GetRequiredService<Submission>();
            return await scope.ServiceProvider.GetRequiredService<Work>().Run(db =>
                submission.Submit(db, draft.AccountId, draft.Handle, new PlanForm { Revision = "1" }, site.Clock.Now));
        }));
        Assert.Equal([1, 2, 3], sent.Select(s => s.Value!.Number!.Value).Order());
    }

    [Theory, EachDatabase]
    public async Task Two_tabs_lose_nothing_that_was_typed(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var draft = await n.WithDraft(await n.WithRound(Phase.Submitting));
        var first = await n.As(n.Resident).Go($"/mijn/plannen/{draft.Handle}/1");
        var second = await n.As(n.Resident).Go($"/mijn/plannen/{draft.Handle}/1");
        var preview = await n.As(n.Resident).Go($"/mijn/plannen/{draft.Handle}/5");
        await first.Press("Bewaar en ga verder", ("Title", "Uit het eerste venster"));
        await second.Press("Bewaar en ga verder", ("Title", "Uit het tweede venster"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.True(second.Sees("ook ergens anders bewaard"));
        Assert.Equal("Uit het tweede venster", second.Page.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Equal("Uit het eerste venster", (await n.Stored(draft)).Title);
        await preview.Press("Plan insturen");
        Assert.Equal(HttpStatusCode.Conflict, preview.Status);
        Assert.Equal("Uit het eerste venster", preview.Page.QuerySelector("article h2")!.TextContent);
        await second.Press("Bewaar en ga verder");
        Assert.Equal("Uit het tweede venster", (await n.Stored(draft)).Title);
    }
}
