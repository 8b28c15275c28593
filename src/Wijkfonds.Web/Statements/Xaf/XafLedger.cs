namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>The chart of accounts, the months of the year, and how each balance account opened it.</summary>
public static class XafLedger
{
    public static void Write(XafElements to, XafFile file)
    {
        to.In("generalLedger", () => Accounts(to, file));
        to.In("periods", () => Periods(to, file.Year));
        to.In("openingBalance", () => Opening(to, file));
    }

    private static void Accounts(XafElements to, XafFile file)
    {
        foreach (var account in file.Accounts)
            to.In("ledgerAccount", () =>
            {
                to.Text("accID", account.Id, 35);
                to.Text("accDesc", "accDesc", account.Name, 255, 999);
                to.Text("accTp", account.IsBalance ? "B" : "P", 1);
                if (account.Rgs is { } rgs) to.Text("RGScode", "leadReference", rgs, 255, 999);
            });
    }

    private static void Periods(XafElements to, int year)
    {
        for (var month = 1; month <= 12; month++)
        {
            var first = new DateOnly(year, month, 1);
            to.In("period", () =>
            {
                to.Whole("periodNumber", first.Month, 3);
                to.Day("startDatePeriod", first);
                to.Day("endDatePeriod", first.AddMonths(1).AddDays(-1));
            });
        }
    }

    private static void Opening(XafElements to, XafFile file)
    {
        if (!to.Is40) to.Day("opBalDate", new DateOnly(file.Year, 1, 1));
        to.Totals(file.Opening.Select(o => o.Debit));
        foreach (var (number, line) in file.Opening.Index())
            to.In("obLine", () =>
            {
                to.Whole("nr", number + 1, 35);
                to.Text("accID", line.Account, 35);
                to.Amount(line.Debit);
            });
    }
}
