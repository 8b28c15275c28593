using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Ballots;

/// <summary>
/// The promise, attacked: (a) from any copies of the database without the key folder, at any time; (b) from the whole disk
/// after sealing. The spy knows who voted when, and tries to get from a person to a choice.
/// </summary>
public sealed class BallotSecrecyTests
{
    /// <summary>Two copies a minute apart, one voter between them. The pair of rows is found; neither leads to a code or a choice.</summary>
    [Theory, EachDatabase]
    public async Task Two_copies_a_minute_apart_show_that_somebody_voted_and_nothing_else(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        var box = (await n.BoxOf(round)).Id;
        var copies = new List<(Dictionary<string, string> Roll, Dictionary<string, string> Slots)> { await Both(site, box) };
        var contents = new List<string>();
        foreach (var (voter, chosen) in new[] { (3, new[] { plans[0] }), (8, [plans[0]]), (11, []) })
        {
            Assert.Null((await n.Cast(round, (await n.CodesOf(round))[voter], chosen)).Refusal);
            copies.Add(await Both(site, box));
            var (before, after) = (copies[^2], copies[^1]);
            Assert.Single(after.Roll, row => before.Roll[row.Key] != row.Value);
            contents.Add(Assert.Single(after.Slots, slot => before.Slots[slot.Key] != slot.Value).Value);
        }
        // The same choice does not look the same, a blank one does not look blank, and empty slots look like full ones.
        Assert.Equal(3, contents.Distinct().Count());
        Assert.Single(copies.SelectMany(c => c.Slots.Values).Select(v => v.Length).Distinct());
        // The tags lead from no code: without the keys the right of a voter whose code the spy has seen is not found.
        var codes = await n.CodesOf(round);
        var tags = copies[0].Roll.Keys.Concat(copies[0].Slots.Keys).ToHashSet(StringComparer.Ordinal);
        Assert.All(codes, code => Assert.True(Finds(Secret(site, box), code)));
        foreach (var guess in await Everything(site, box)) Assert.All(codes, code => Assert.False(Finds(guess, code)));
        Assert.Empty(copies[0].Roll.Keys.Intersect(copies[0].Slots.Keys));
        await n.WithSealedBox(round);
        // Afterwards the spy holds old slots and published ballots, and nothing that is in both.
        foreach (var table in await Spy.TablesOf(site, box)) Assert.StartsWith("sealed_roll_", table, StringComparison.Ordinal);

        bool Finds(byte[] guess, VotingCode code) =>
            tags.Contains(Convert.ToHexString(new BoxKeys(box, guess).RollTag(code))) || tags.Contains(Convert.ToHexString(new BoxKeys(box, guess).SlotTag(code)));
    }

    /// <summary>On PostgreSQL the rows of one transaction share xmin. That joins a right to a slot, and ends there.</summary>
    [PostgresFact]
    public async Task Joined_by_xmin_or_ctid_a_right_leads_to_a_sealed_content_and_after_sealing_to_nothing()
    {
        await using var site = new TestSite(EachDatabaseAttribute.Postgres);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote(rights: 40);
        var plans = await n.PlanNumbers(round);
        var box = (await n.BoxOf(round)).Id;
        // Thirty voters, one after the other; the spy watched them come in.
        var ballots = Enumerable.Range(0, 30).Select(i => new[] { plans[i % 4], plans[(i + 1 + (i / 4 % 3)) % 4] }.Distinct().ToArray()).ToList();
        for (var i = 0; i < ballots.Count; i++) Assert.Null((await n.Cast(round, (await n.CodesOf(round))[i], ballots[i])).Refusal);
        var joined = await Spy.Ask(site, $"SELECT s.\"Tag\", s.\"Content\" FROM \"roll_{box:N}\" r JOIN \"slots_{box:N}\" s ON s.xmin::text = r.xmin::text WHERE r.\"Used\"");
        Assert.True(joined.Count >= 30);
        Assert.All(joined, slot => Assert.True(Opens(box, Secret(site, box), (byte[])slot[0]!, (byte[])slot[1]!)));
        foreach (var guess in await Everything(site, box))
            foreach (var slot in joined) Assert.False(Opens(box, guess, (byte[])slot[0]!, (byte[])slot[1]!));

        await using var scope = site.Services.CreateAsyncScope();
        var sealing = scope.ServiceProvider.GetRequiredService<Sealing>();
        var now = round.VotingCloses.Instant + VotingHours.RequestLimit;
        await sealing.Step(box, BoxState.Ready, now);
        await sealing.Step(box, BoxState.Shut, now);
        foreach (var table in new[] { $"sealed_roll_{box:N}", $"sealed_slots_{box:N}" })
        {
            var rows = await Spy.Ask(site, $"SELECT \"Tag\", xmin::text FROM \"{table}\" ORDER BY ctid");
            Assert.Equal(40, rows.Count);
            Assert.Single(rows.Select(r => (string)r[1]!).Distinct());
            var tags = rows.Select(r => Convert.ToHexString((byte[])r[0]!)).ToList();
            Assert.Equal(tags.Order(StringComparer.Ordinal), tags);
        }
        site.Clock.MoveTo(now);
        await site.RunJobs();
        var published = await Spy.Ask(site, "SELECT \"Row\", \"Choices\", xmin::text FROM \"SealedBallot\" ORDER BY ctid");
        Assert.Single(published.Select(r => (string)r[2]!).Distinct());
        Assert.NotEqual(ballots.Select(SealedBallot.Write), published.Select(r => (string)r[1]!));
    }

    [Fact]
    public async Task Sqlite_keeps_no_rowid_of_a_right_or_a_slot()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var box = (await n.BoxOf(round)).Id;
        foreach (var table in await Spy.TablesOf(site, box))
        {
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => Spy.Ask(site, $"SELECT rowid FROM \"{table}\""));
            var tags = (await Spy.Ask(site, $"SELECT \"Tag\" FROM \"{table}\"")).Select(r => Convert.ToHexString((byte[])r[0]!)).ToList();
            Assert.Equal(tags.Order(StringComparer.Ordinal), tags);
        }
    }

    /// <summary>Database and write-ahead log as bytes, while people vote: no code, no seed, no key, no plain ballot.</summary>
    [Fact]
    public async Task No_code_no_key_and_no_plain_ballot_stands_in_the_files_of_the_database()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        for (var i = 0; i < 40; i++) await n.WithPlan(round, $"Plan {i}", 100 + i);
        await n.WithFrozenBallot(round);
        var codes = await n.CodesOf(round);
        var box = await n.BoxOf(round);
        var folder = site.Services.GetRequiredService<KeyFolder>();
        var (seed, secret) = (folder.Seed(box.Id)!, Secret(site, box.Id));
        await n.WithConfirmedCodes(round);
        site.Clock.MoveTo(round.VotingOpens.Instant);
        var plans = await n.PlanNumbers(round);
        int[] chosen = [plans[1], plans[13], plans[27]];
        await n.WithBallots(round, chosen, [], chosen);
        await using var look = n.Open();
        var slot = new Slot(true, new byte[16], Receipt.None, (await BallotSheet.Of(look, round.Id))!.Mark(chosen)).Write();
        var secrets = codes.SelectMany(c => new[] { Encoding.ASCII.GetBytes(c.Letters), Encoding.ASCII.GetBytes(c.ToString()) }).Append(seed).Append(secret)
            .Append(slot[^5..]).Append(Encoding.ASCII.GetBytes(SealedBallot.Write(chosen))).ToList();
        foreach (var (file, bytes) in Spy.Files(site, "keys"))
            foreach (var what in secrets) Assert.False(bytes.Holds(what), $"{file} holds {Convert.ToHexString(what)}");
        Assert.False(Spy.Files(site).Any(f => f.Bytes.Holds(seed)), "The seed lives after the codes were confirmed");
        Assert.Contains(Spy.Files(site), f => f.Bytes.Holds(secret));
    }

    /// <summary>(b): the whole disk after sealing, with all that was on it before.</summary>
    [Fact]
    public async Task After_sealing_the_whole_disk_opens_no_slot_of_any_old_copy()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        await n.WithBallots(round, [plans[0]], [plans[1]], [plans[2]]);
        var box = (await n.BoxOf(round)).Id;
        var old = await Both(site, box);
        var secret = Secret(site, box);
        Assert.All(old.Slots, slot => Assert.True(Opens(box, secret, Convert.FromHexString(slot.Key), Convert.FromHexString(slot.Value))));
        await n.WithSealedBox(round);
        foreach (var (file, bytes) in Spy.Files(site))
        {
            Assert.False(bytes.Holds(secret), $"{file} holds the secret of the box");
            foreach (var (tag, content) in old.Slots)
            {
                Assert.False(bytes.Holds(Convert.FromHexString(tag)), $"{file} holds the place of a slot");
                Assert.False(bytes.Holds(Convert.FromHexString(content)), $"{file} holds the content of a slot");
            }
            if (file.EndsWith("-wal", StringComparison.Ordinal)) Assert.False(bytes.Holds($"roll_{box:N}"), "The log still tells how the roll was written");
        }
        foreach (var guess in await Everything(site, box))
            foreach (var (tag, content) in old.Slots) Assert.False(Opens(box, guess, Convert.FromHexString(tag), Convert.FromHexString(content)));
    }

    /// <summary>Where a ballot lands in the published list says nothing about when it came: over many votes every place is as likely.</summary>
    [Fact]
    public async Task Published_ballots_stand_in_an_order_of_chance()
    {
        var firstAtFirst = 0;
        for (var i = 0; i < 6; i++)
        {
            await using var site = new TestSite();
            var n = await Neighbourhood.On(site);
            var round = await n.WithOpenVote(rights: 30);
            var plans = await n.PlanNumbers(round);
            await n.WithBallots(round, [[plans[0]], .. Enumerable.Repeat<int[]>([plans[1]], 29)]);
            await n.WithSealedBox(round);
            if ((await n.SealedOf(round))[0].Plans.SequenceEqual([plans[0]])) firstAtFirst++;
        }
        // Six times at the same of thirty places by chance: once in 729 million.
        Assert.True(firstAtFirst < 6);
    }

    [Theory, EachDatabase]
    public async Task No_column_of_roll_slots_or_published_ballots_can_hold_a_time_an_address_or_a_sequence(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var box = (await n.BoxOf(round)).Id;
        foreach (var table in await Spy.TablesOf(site, box))
        {
            var columns = site.Database.IsSqlite
                ? (await Spy.Ask(site, $"SELECT name, lower(type) FROM pragma_table_info('{table}')"))
                : (await Spy.Ask(site, $"SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position"));
            Assert.Equal(table.StartsWith("roll", StringComparison.Ordinal) ? ["Tag", "Used"] : ["Tag", "Content"], columns.Select(c => (string)c[0]!));
        }
        await using var db = site.Open();
        Assert.Equal(["Choices", "FundId", "RoundId", "Row"], db.Model.FindEntityType(typeof(SealedBallot))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(db.Model.FindEntityType(typeof(BallotBox))!.GetProperties(), p => p.ClrType == typeof(DateTimeOffset));
    }

    /// <summary>Everything the program logs while somebody votes, with a wrong code among it.</summary>
    [Fact]
    public async Task No_code_stands_in_a_path_a_referrer_or_a_log()
    {
        await using var site = new TestSite(logsAll: true);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        using var log = new EveryLine();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var code = (await n.CodesOf(round))[2];
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", code.ToString()[..^1] + "?"));
        await VotingJourneyTests.Vote(voter, code.ToString(), (await n.PlanNumbers(round))[0]);
        await n.WithSealedBox(round);
        Assert.Contains(log.Lines, line => line.Contains("/stemmen", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(code.Letters[..8], StringComparison.OrdinalIgnoreCase) || line.Contains(code.ToString()[..9], StringComparison.OrdinalIgnoreCase));
        var answer = await voter.Http.GetAsync(new Uri(n.At("/stemmen"), UriKind.Relative));
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static async Task<(Dictionary<string, string> Roll, Dictionary<string, string> Slots)> Both(TestSite site, Guid box) =>
        (await Spy.Copy(site, $"roll_{box:N}", "Used"), await Spy.Copy(site, $"slots_{box:N}", "Content"));

    /// <summary>Whatever a spy without the key folder could try as a key: every text and number of box and round, and every 32 bytes of small files.</summary>
    private static async Task<IReadOnlyList<byte[]>> Everything(TestSite site, Guid box)
    {
        await using var db = site.Open();
        var acts = await db.Set<RoundAct>().Select(a => a.Note).ToListAsync();
        var round = await db.Set<BallotBox>().Where(b => b.Id == box).Select(b => b.RoundId).SingleAsync();
        var keys = new List<byte[]> { new byte[32], box.ToByteArray(), round.ToByteArray(), Encoding.ASCII.GetBytes(box.ToString("N")) };
        foreach (var note in acts.Where(a => a.Length > 0))
        {
            keys.Add(Encoding.UTF8.GetBytes(note));
            if (note.Length == 64 && note.All(char.IsAsciiHexDigit)) keys.Add(Convert.FromHexString(note));
        }
        // The key folder too, but not the box's own keys: after sealing those must be gone anyway.
        foreach (var (_, bytes) in Spy.Files(site, Path.Combine("keys", "ballots")).Where(f => f.Bytes.Length < 5_000))
            for (var at = 0; at + 32 <= bytes.Length; at += 8) keys.Add(bytes[at..(at + 32)]);
        return keys;
    }

    private static byte[] Secret(TestSite site, Guid box) => File.ReadAllBytes(Path.Combine(site.DataPath, "keys", "ballots", box.ToString("N"), "secret"));

    /// <summary>Whether this guess, taken for the box's secret, opens a slot. With the true secret it does.</summary>
    private static bool Opens(Guid box, byte[] guess, byte[] tag, byte[] content)
    {
        try
        {
            return new BoxKeys(box, guess).Open(tag, content).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private sealed class EveryLine : ILoggerProvider, ILogger
    {
        private readonly List<string> lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (lines) return [.. lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines) lines.Add(string.Create(CultureInfo.InvariantCulture, $"{formatter(state, exception)} {exception}"));
        }

        public void Dispose()
        {
        }
    }
}
