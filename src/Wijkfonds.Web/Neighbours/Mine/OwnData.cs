using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Panels;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Mine;

/// <summary>Everything that is kept about one person under that person's account, as a file to take along. Ballots are not in it: nobody can tell whose they are.</summary>
public static class OwnData
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<byte[]> Of(WijkfondsContext db, Account me) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        account = new { me.Email, me.EmailConfirmed, me.PublicName, me.Language, me.CreatedAt, secondFactor = me.TwoFactorEnabled },
        seats = await db.Set<Seat>().IgnoreQueryFilters().Where(s => s.AccountId == me.Id).OrderBy(s => s.From)
            .Select(s => new { s.Body, s.Post, s.Number, s.PublicName, s.From, s.Until }).ToListAsync(),
        represents = await db.Set<Representative>().IgnoreQueryFilters().Where(r => r.AccountId == me.Id).OrderBy(r => r.From)
            .Select(r => new { r.ContributorId, r.From, r.Until }).ToListAsync(),
        plans = await db.Set<Proposal>().IgnoreQueryFilters().Where(p => p.AccountId == me.Id).OrderBy(p => p.CreatedAt)
            .Select(p => new { p.Number, p.Title, p.Summary, p.Story, p.Place, p.OwnPart, p.Team, p.CreatedAt, p.SavedAt }).ToListAsync(),
        voices = await db.Set<Voice>().IgnoreQueryFilters().Where(v => v.AccountId == me.Id).OrderBy(v => v.At)
            .Select(v => new { v.DecisionId, v.InFavour, v.Reason, v.At }).ToListAsync(),
        interests = await db.Set<Interest>().IgnoreQueryFilters().Where(i => i.AccountId == me.Id).OrderBy(i => i.DeclaredAt)
            .Select(i => new { i.Subject, i.Reason, i.DeclaredAt, i.EndedAt }).ToListAsync(),
        reminders = await db.Set<Reminder>().IgnoreQueryFilters().Where(r => r.AccountId == me.Id).OrderBy(r => r.AskedAt)
            .Select(r => new { r.RoundId, r.AskedAt }).ToListAsync(),
        panels = await db.Set<Candidate>().IgnoreQueryFilters().Where(c => c.AccountId == me.Id).OrderBy(c => c.JoinedAt)
            .Select(c => new { c.Number, c.PublicName, c.JoinedAt, c.LeftAt, c.Answer, c.AnsweredAt }).ToListAsync(),
        mails = await db.Set<OutboxMessage>().Where(m => m.To == me.Email && !m.IsSecret).OrderBy(m => m.WrittenAt)
            .Select(m => new { m.Subject, m.Body, m.WrittenAt, m.SentAt }).ToListAsync(),
    }, Readable);
}
