namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>The entries of the year, by journal; a journal without entries is left out.</summary>
public static class XafTransactions
{
    private static readonly XafJournal[] Journals = Enum.GetValues<XafJournal>();

    public static void Write(XafElements to, XafFile file) => to.In("transactions", () =>
    {
        to.Totals(Journals.SelectMany(j => file.Transactions(j)).SelectMany(t => t.Lines).Select(l => l.Debit));
        foreach (var journal in Journals)
            if (file.Transactions(journal).Any()) to.In("journal", () => Journal(to, journal, file.Transactions(journal)));
    });

    private static void Journal(XafElements to, XafJournal journal, IEnumerable<XafTransaction> transactions)
    {
        var (id, name, type) = journal switch
        {
            XafJournal.Bank => ("BNK", "Bank", "B"),
            XafJournal.Cash => ("KAS", "Kas", "C"),
            _ => ("MEM", "Memoriaal", "M"),
        };
        to.Text("jrnID", id, 35);
        to.Text("desc", name, 999);
        to.Text("jrnTp", type, 1);
        foreach (var transaction in transactions) to.In("transaction", () => Transaction(to, transaction));
    }

    /// <summary>
    /// trDt is the booking date: the day on which an entry counts in the book, which is its value date, and decides its period and
    /// its year. effDate is the day of the event, the same. When somebody recorded it has no element of its own in either version.
    /// </summary>
    private static void Transaction(XafElements to, XafTransaction transaction)
    {
        to.Text("nr", transaction.Number, 35);
        to.Text("desc", transaction.Text, 999);
        to.Whole("periodNumber", transaction.Day.Month, 3);
        to.Day("trDt", transaction.Day);
        foreach (var (number, line) in transaction.Lines.Index())
            to.In("trLine", () =>
            {
                to.Whole("nr", number + 1, 35);
                to.Text("accID", line.Account, 35);
                to.Text("docRef", transaction.Number, 255);
                to.Day("effDate", transaction.Day);
                to.Amount(line.Debit);
                if (line.Party is { } party) to.Text("custSupID", party, 35);
                if (line.Project is { } project) to.Text("project", "projID", project, 35, 35);
            });
    }
}
