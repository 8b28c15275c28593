using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Neighbours;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Notifications;

public sealed class RoundNoticesTests
{
    [Theory, EachDatabase]
    public async Task Who_asked_hears_that_voting_opens_that_it_closes_soon_and_the_result_each_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Voting);
        await Ask(n, round);
        await site.RunJobs();
        await site.RunJobs();
        Assert.Equal(["Je kunt stemmen: Ronde 1"], await Subjects(n, n.Resident.Email!));
        Assert.Equal(["Je kunt stemmen: Ronde 1"], await Subjects(n, n.Member.Email!));

        site.Clock.MoveTo(round.VotingCloses.Instant - RoundNotices.Soon + TimeSpan.FromMinutes(1));
        await site.RunJobs();
        await site.RunJobs();
        Assert.Equal("Nog even: stemmen sluit bijna", (await Subjects(n, n.Resident.Email!))[^1]);
        Assert.DoesNotContain("Nog even: stemmen sluit bijna", await Subjects(n, n.Member.Email!));
    }

    [Fact]
    public async Task A_job_that_runs_after_closing_does_not_say_closes_soon()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Voting);
        await Ask(n, round);
        site.Clock.MoveTo(round.VotingCloses.Instant.AddMinutes(1));
        Assert.Empty(RoundNotices.DueAt(round, site.Clock.Now));
        await site.RunJobs();
        Assert.DoesNotContain("Nog even: stemmen sluit bijna", await Subjects(n, n.Resident.Email!));
    }

    [Fact]
    public async Task A_cancelled_round_tells_only_that_and_a_later_closing_is_told_again()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Voting);
        await Ask(n, round);
        site.Clock.MoveTo(round.VotingCloses.Instant.AddHours(-10));
        await site.RunJobs();
        await using (var db = site.Open())
        {
            var stored = await db.Set<Round>().SingleAsync();
            stored.VotingCloses = Deadline.At(round.VotingCloses.Instant.AddDays(7), n.Fund.Zone);
            await db.SaveChangesAsync();
        }
        site.Clock.Advance(TimeSpan.FromDays(6));
        await site.RunJobs();
        Assert.Equal(2, (await Subjects(n, n.Resident.Email!)).Count(s => s == "Nog even: stemmen sluit bijna"));

        var cancelled = await n.WithRound(Phase.Voting);
        await n.WithAct(cancelled, RoundActKind.Cancelled);
        Assert.Equal([RoundNotice.Cancelled], RoundNotices.DueAt(cancelled, site.Clock.Now));
    }

    [Theory, EachDatabase]
    public async Task Who_asked_hears_of_a_late_opening_a_moved_deadline_and_a_round_that_was_stopped_each_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.OpeningDelayed);
        await Ask(n, round);
        await site.RunJobs();
        await site.RunJobs();
        Assert.Equal(["Het stemmen begint later: Ronde 1"], await Subjects(n, n.Resident.Email!));

        var later = Deadline.At(round.VotingCloses.Instant.AddDays(5), n.Fund.Zone);
        var viewer = await n.Viewer(n.Member);
        await using (var scope = site.Services.CreateAsyncScope())
            Assert.False((await n.InOneWork(db => MovingDeadline.Propose(db, scope.ServiceProvider.GetRequiredService<Deciding>(), viewer, site.Clock.Now,
                round.Number, DeadlineKind.VotingCloses, later.Local, "De brieven waren te laat."))).Refused);
        await site.RunJobs();
        Assert.Single(await Subjects(n, n.Resident.Email!));
        Assert.False((await n.Second(DecisionKind.MoveDeadline)).Refused);
        await site.RunJobs();
        await site.RunJobs();
        var mails = await site.MailsTo(n.Resident.Email!);
        Assert.Equal(2, mails.Count);
        Assert.Equal("Een andere datum: Ronde 1", mails[^1].Subject);
        Assert.Contains("De brieven waren te laat.", mails[^1].Body, StringComparison.Ordinal);
        Assert.Contains(site.Texts.In("nl")["round.moved", DeadlineKind.VotingCloses, round.VotingCloses, later], mails[^1].Body, StringComparison.Ordinal);

        await n.WithAct(round, RoundActKind.Cancelled);
        await site.RunJobs();
        await site.RunJobs();
        Assert.Equal("Gestopt: Ronde 1", (await Subjects(n, n.Resident.Email!))[^1]);
        Assert.Equal(3, (await Subjects(n, n.Resident.Email!)).Count);
        Assert.Empty(await Subjects(n, n.SecondMember.Email!));
    }

    [Theory, EachDatabase]
    public async Task Makers_of_plans_hear_the_result(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Decided);
        await n.WithPlan(round, "Regentonnen", 1_200);
        await n.WithPlan(round, "Geveltuinen", 900);
        site.Clock.MoveTo(round.VotingCloses.Instant.AddHours(1));
        await site.RunJobs();
        await site.RunJobs();
        Assert.Equal(["De uitslag: Ronde 1"], await Subjects(n, n.Resident.Email!));
        Assert.DoesNotContain("De uitslag: Ronde 1", await Subjects(n, n.Member.Email!));
    }

    [Theory, EachDatabase]
    public async Task The_link_under_a_mail_stops_the_mails_without_signing_in(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Voting);
        await Ask(n, round);
        await site.RunJobs();
        var mail = (await site.MailsTo(n.Resident.Email!))[^1].Body;
        var link = mail[mail.IndexOf("/rondes/1/herinnering/stop", StringComparison.Ordinal)..].Split('\n')[0];
        var stranger = await n.Stranger.Go(link);
        await using (var db = site.Open()) Assert.Equal(1, await db.Set<Reminder>().CountAsync());
        await stranger.Press("Geen mails meer over deze ronde");
        Assert.True(stranger.Sees("Je krijgt geen mails meer"));
        await using (var db = site.Open()) Assert.Equal(0, await db.Set<Reminder>().CountAsync());
    }

    [Fact]
    public async Task Asking_twice_is_asking_once_and_can_be_undone()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        await Ask(n, round);
        var resident = await n.As(n.Resident).Go($"/rondes/{round.Number}/herinnering");
        await resident.Press("Geen mails meer over deze ronde");
        Assert.True(resident.Sees("Stuur me deze mails"));
        var stranger = await n.Stranger.Go($"/rondes/{round.Number}/herinnering");
        Assert.Equal("/inloggen", stranger.Path);
        var draft = await n.WithRound(Phase.Draft);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go($"/rondes/{draft.Number}/herinnering")).Status);
    }

    private static async Task Ask(Neighbourhood n, Round round)
    {
        var visitors = new[] { n.As(n.Resident), n.As(n.Resident) };
        foreach (var visitor in visitors) await visitor.Go($"/rondes/{round.Number}/herinnering");
        await Task.WhenAll(visitors.Select(v => v.Press("Stuur me deze mails")));
        Assert.All(visitors, v => Assert.True(v.Sees("Je krijgt mail over deze ronde")));
    }

    private static async Task<List<string>> Subjects(Neighbourhood n, string email) => [.. (await n.Site.MailsTo(email)).Select(m => m.Subject)];
}
