using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Neighbours;

/// <summary>What people of a test find in their mail.</summary>
public static class Mailbox
{
    public static async Task<IReadOnlyList<OutboxMessage>> MailsTo(this TestSite site, string email)
    {
        await using var db = site.Open();
        return await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.To == email).OrderBy(m => m.WrittenAt).ThenBy(m => m.Id).ToListAsync();
    }

    /// <summary>The path that the newest mail's link leads to.</summary>
    public static async Task<string> LinkTo(this TestSite site, string email)
    {
        var body = (await site.MailsTo(email))[^1].Body;
        return Regex.Match(body, @"http://localhost(/\S+)").Groups[1].Value;
    }
}
