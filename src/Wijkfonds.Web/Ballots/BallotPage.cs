using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Ballots;

/// <summary>What the pages between code and receipt share: the session, the round, the sheet.</summary>
[ResponseCache(NoStore = true), RequestTimeout(VotingHours.Policy)]
public abstract class BallotPage : FundPage
{
    public BallotSession Session { get; protected set; } = null!;
    public Round Round { get; private set; } = null!;
    public BallotSheet Sheet { get; private set; } = null!;
    /// <summary>Ticked, as far as this page knows.</summary>
    public int[] Chosen { get; protected set; } = [];

    public Tally Tally => new(Sheet, Chosen);

    /// <summary>Loads what the session leads to. False where there is no session: then the code is asked first.</summary>
    protected async Task<bool> Admit()
    {
        if (BallotSession.Of(HttpContext, Now) is not { } session) return false;
        if (await Db.Set<BallotBox>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == session.Box) is not { } box) return false;
        if (await BallotSheet.Of(Db, box.RoundId) is not { } sheet) return false;
        Round = (await Db.Round(box.RoundId))!;
        (Session, Sheet, Chosen) = (session, sheet, sheet.Read(session.Marks));
        return true;
    }

    protected void Keep(BallotSession session)
    {
        Session = session;
        session.Keep(HttpContext, Now);
    }

    protected IActionResult ToCode() => LocalRedirect(Here("/stemmen"));

    /// <summary>After a form whose session has ended: says so, instead of a bare code field.</summary>
    protected IActionResult CodeAgain() => Confirmed("/stemmen", "vote.again");
}

/// <summary>The form belongs to another code than the one typed last in this browser, or too long ago.</summary>
public sealed record OtherBallotOpened : Refusal;
