using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>At the desk: for everybody, money that left without a release; for the treasurer, lines to explain and a list to fetch.</summary>
public sealed class BankTasks(FundScope scope) : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var tasks = new List<DeskTask>();
        var open = await LiveMarks.Open(db);
        var read = await db.Set<BankFile>().ToDictionaryAsync(f => f.Id, f => f.ReadAt);
        if (open.Count > 0)
        {
            var proposing = await Proposing.On(db, scope.Here);
            var lines = await db.Set<BankLine>().AsNoTracking().Include(l => l.Words).Where(l => open.Keys.Contains(l.Id))
                .Join(db.Set<BankStatement>(), l => l.StatementId, s => s.Id, (l, s) => new { Line = l, s.FileId }).OrderBy(l => l.Line.BookedOn).ThenBy(l => l.Line.Number).ToListAsync();
            var alarming = lines.Where(l => BankAlarm.IsAlarming(proposing, l.Line, open[l.Line.Id])).ToList();
            tasks.AddRange(alarming.Select(l => new DeskTask(words["bank.task.alarm", -open[l.Line.Id], l.Line.BookedOn],
                string.Create(CultureInfo.InvariantCulture, $"/geld/bank/regels/{l.Line.Number}"), read[l.FileId], words["bank.task.alarm.if-nothing"])));
            var rest = lines.Count - alarming.Count;
            if (rest > 0 && Treasury.Bar(who) is null)
                tasks.Add(new(words.Count("bank.task.open", rest), "/geld/bank", lines.Except(alarming).Min(l => read[l.FileId]), words["bank.task.open.if-nothing"]));
        }
        if (Treasury.Bar(who) is null && await BankBalance.Overdue(db, scope.Here.Id, now) is { } since)
            tasks.Add(new(words["bank.task.overdue"], "/geld/bank", since, words["bank.task.overdue.if-nothing"]));
        return tasks;
    }
}
