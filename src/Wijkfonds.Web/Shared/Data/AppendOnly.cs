namespace Wijkfonds.Web.Shared.Data;

/// <summary>Tables whose rows are final. The database itself refuses change and removal, whoever asks.</summary>
public static class AppendOnly
{
    public static readonly IReadOnlyList<string> Tables =
    [
        "JournalEntry", "JournalLine", "Voice", "RoundAct", "ProposalAct", "ProposalVersion", "BallotPlan", "SealedBallot", "AnnouncedDraw", "HeldDraw", "SectionResult", "PlanResult",
        "BankFile", "BankStatement", "BankLine", "BankMark", "PledgeStep", "OfferAct", "InKindChoice",
        "AuditAct", "AuditCheck", "AuditCount", "AuditMinutes", "RelationsDeclared", "Flag", "FlagAnswer",
    ];

    /// <summary>Idempotent: run after every migration.</summary>
    public static IEnumerable<string> Statements(bool sqlite) => sqlite ? Tables.SelectMany(Sqlite) : Postgres();

    private static IEnumerable<string> Sqlite(string table)
    {
        foreach (var act in new[] { "UPDATE", "DELETE" })
        {
            yield return $"""DROP TRIGGER IF EXISTS "final_{table}_{act}";""";
            yield return $"""CREATE TRIGGER "final_{table}_{act}" BEFORE {act} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;""";
        }
    }

    private static IEnumerable<string> Postgres()
    {
        yield return """
            CREATE OR REPLACE FUNCTION wijkfonds_final() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
            """;
        foreach (var table in Tables)
        {
            yield return $"""DROP TRIGGER IF EXISTS final_rows ON "{table}";""";
            yield return $"""CREATE TRIGGER final_rows BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION wijkfonds_final();""";
            yield return $"""DROP TRIGGER IF EXISTS final_table ON "{table}";""";
            yield return $"""CREATE TRIGGER final_table BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION wijkfonds_final();""";
        }
    }
}
