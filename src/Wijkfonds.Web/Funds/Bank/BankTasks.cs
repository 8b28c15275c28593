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
        var found = await OpenLines.Of(db, scope.Here);
        var read = await db.Set<BankStatement>().Join(db.Set<BankFile>(), s => s.FileId, f => f.Id, (s, f) => new { s.Id, f.ReadAt }).ToDictionaryAsync(s => s.Id, s => s.ReadAt);
        var alarming = found.Lines.Where(l => found.Alarming.Contains(l.Line.Id)).ToList();
        tasks.AddRange(alarming.Select(l => new DeskTask(words["bank.task.alarm", -l.Left, l.Line.BookedOn],
            string.Create(CultureInfo.InvariantCulture, $"/geld/bank/regels/{l.Line.Number}"), read[l.Line.StatementId], words["bank.task.alarm.if-nothing"])));
        var rest = found.Lines.Except(alarming).ToList();
        if (rest.Count > 0 && Treasury.Bar(who) is null)
            tasks.Add(new(words.Count("bank.task.open", rest.Count), "/geld/bank", rest.Min(l => read[l.Line.StatementId]), words["bank.task.open.if-nothing"]));
        if (Treasury.Bar(who) is null && await BankBalance.Overdue(db, scope.Here.Id, now) is { } since)
            tasks.Add(new(words["bank.task.overdue"], "/geld/bank", since, words["bank.task.overdue.if-nothing"]));
        return tasks;
    }
}
