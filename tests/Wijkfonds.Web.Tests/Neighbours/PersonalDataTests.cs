using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Neighbours.Privacy;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Neighbours;

public sealed class PersonalDataTests
{
    [Fact]
    public async Task Every_column_of_words_or_people_is_either_personal_and_explained_or_declared_impersonal()
    {
        await using var site = new TestSite();
        await using var db = site.Open();
        var personal = PersonalData.All.SelectMany(kind => kind.Columns).ToList();
        Assert.Equal(personal.Count, personal.Distinct().Count());
        Assert.DoesNotContain(personal, ImpersonalColumns.All.Contains);
        var jobs = site.Services.CreateScope().ServiceProvider.GetServices<IJob>().Select(job => job.Name).Append(nameof(Wijkfonds.Web.Neighbours.Mine.Erasing)).ToList();
        Assert.All(PersonalData.All, kind => Assert.Contains(kind.ErasedBy, jobs));
        var columns = db.Model.GetEntityTypes().SelectMany(Columns).Distinct().ToList();
        Assert.Equal([], columns.Where(c => !personal.Contains(c) && !ImpersonalColumns.All.Contains(c)).Order(StringComparer.Ordinal));
        Assert.Equal([], personal.Concat(ImpersonalColumns.All).Where(c => !columns.Contains(c)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_privacy_page_explains_every_kind_in_both_languages()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        foreach (var language in new[] { "nl", "en" })
        {
            var page = await Visitor.To(site).Go("/w/oosterhoek/privacy?taal=" + language);
            var words = site.Texts.In(language);
            foreach (var kind in PersonalData.All)
                foreach (var part in new[] { "what", "why", "who", "until" })
                    Assert.Contains(words[$"privacy.{kind.Key}.{part}"], page.Text, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task What_reached_its_end_is_really_gone_and_the_rest_is_not(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Decided);
        await site.Given(
            new Account { UserName = "a@b.nl", NormalizedUserName = "A@B.NL", Email = "a@b.nl", NormalizedEmail = "A@B.NL", CreatedAt = site.Clock.Now },
            new Reminder { FundId = n.FundId, RoundId = round.Id, AccountId = n.Resident.Id, AskedAt = site.Clock.Now },
            new OutboxMessage { Key = "x", To = "iemand@b.nl", Subject = "s", Body = "b", WrittenAt = site.Clock.Now, DueAt = site.Clock.Now });
        await site.RunJobs();
        site.Clock.Advance(TimeSpan.FromDays(6));
        await site.RunJobs();
        await using (var db = site.Open())
        {
            Assert.True(await db.Set<Account>().AnyAsync(a => a.Email == "a@b.nl"));
            Assert.True(await db.Set<OutboxMessage>().AnyAsync(m => m.Key == "x" && m.SentAt != null));
        }
        site.Clock.Advance(TimeSpan.FromDays(35));
        await site.RunJobs();
        await using (var db = site.Open())
        {
            Assert.False(await db.Set<Account>().AnyAsync(a => a.Email == "a@b.nl"));
            Assert.True(await db.Set<Account>().AnyAsync(a => a.Id == n.Resident.Id));
            Assert.False(await db.Set<OutboxMessage>().AnyAsync(m => m.Key == "x"));
            Assert.False(await db.Set<Reminder>().AnyAsync());
        }
        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataPath, "mail")));
    }

    [Theory, EachDatabase]
    public async Task Seven_years_after_its_last_money_a_party_is_emptied_and_the_book_stays_whole(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithMoney(10_000);
        await using (var db = site.Open()) await db.Set<Deposit>().ExecuteUpdateAsync(set => set.SetProperty(d => d.BankReference, "Overboeking van Jan"));
        site.Clock.MoveTo(site.Clock.Now.AddYears(7).AddDays(-2));
        await site.RunJobs();
        await using (var db = site.Open()) Assert.True(await db.Set<Party>().AllAsync(p => p.Name != ""));
        site.Clock.Advance(TimeSpan.FromDays(4));
        await site.RunJobs();
        await using (var db = site.Open())
            Assert.True(await db.Set<Party>().AllAsync(p => p.Name == Party.ErasedName && p.Email == "" && p.Iban == "" && p.ErasedAt != null));
        await using (var db = site.Open()) Assert.True(await db.Set<Deposit>().AllAsync(d => d.BankReference == ""));
        var book = LedgerExport.Read(await n.Stranger.Http.GetStringAsync(new Uri(n.At("/geld/grootboek.txt"), UriKind.Relative)));
        Assert.NotEmpty(book.Entries);
        Assert.All(book.Check(), finding => Assert.True(finding.Holds));
    }

    [Theory, EachDatabase]
    public async Task Who_was_never_paid_because_a_member_said_no_is_emptied_too_and_who_still_waits_is_not(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(60_000);
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.Decided), "Regentonnen", 1_200), 1_200);
        foreach (var (number, dropped) in new[] { (1, true), (2, false) })
        {
            var payee = new Party { FundId = n.FundId, Name = $"Ontvanger {number}", Iban = "NL91ABNA0417164300", IsPerson = true };
            var payment = new Payment
            {
                FundId = n.FundId, Number = number, AwardId = award.Id, Amount = Cents.Euros(100), PayeeId = payee.Id, Purpose = "Voor Jan",
                PreparedBy = n.Treasurer.Id, PreparedAt = site.Clock.Now,
            };
            await site.Given(payee, payment, new Decision
            {
                FundId = n.FundId, Number = number, Kind = DecisionKind.ReleasePayment, Subject = payment.Id, About = "€ 100", ProposedAt = site.Clock.Now,
                DroppedAt = dropped ? site.Clock.Now : null,
            });
        }
        site.Clock.MoveTo(site.Clock.Now.AddYears(7).AddDays(2));
        await site.RunJobs();
        await using var db = site.Open();
        Assert.Equal([(Party.ErasedName, "", ""), ("Ontvanger 2", "NL91ABNA0417164300", "Voor Jan")],
            (await db.Set<Payment>().Include(p => p.Payee).OrderBy(p => p.Number).ToListAsync()).Select(p => (p.Payee.Name, p.Payee.Iban, p.Purpose)));
    }

    private static IEnumerable<string> Columns(IEntityType type)
    {
        foreach (var property in type.GetProperties().Where(IsTelling)) yield return $"{type.GetTableName()}.{property.Name}";
        foreach (var complex in type.GetComplexProperties())
            foreach (var property in complex.ComplexType.GetProperties().Where(IsTelling)) yield return $"{complex.ComplexType.ClrType.Name}.{property.Name}";
    }

    private static bool IsTelling(IProperty property) =>
        property.ClrType == typeof(string) || property.ClrType == typeof(byte[])
        || ((property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?))
            && (property.Name.Contains("Account", StringComparison.Ordinal) || property.Name.EndsWith("By", StringComparison.Ordinal)));
}
