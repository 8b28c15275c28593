using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;
using Wijkfonds.Democracy.Tests.Counting;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Pabulib;

public class PabulibRoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_the_same() => Check.QuickThrowOnFailure(Prop.ForAll(Elections.Any, election =>
    {
        var text = Write(RecountFile.Of(new Greedy().Count(election, TieOrder.Id), [new("description", "Ronde; \"3\"\nvan de wijk")]));
        var file = PabulibReader.Read(new StringReader(text));
        var read = file.Election;
        return Write(file) == text && file.Remarks.Count == 0 && file["description"] == "Ronde; \"3\"\nvan de wijk"
            && read.Type == election.Type && read.Budget == election.Budget && read.BallotCount == election.BallotCount
            && read.Votes.SequenceEqual(election.Votes) && read.Points.SequenceEqual(election.Points)
            && read.Projects.Select(p => (p.Id, p.Name, p.Cost)).SequenceEqual(election.Projects.Select(p => (p.Id, p.Name, p.Cost)));
    }));

    [Fact]
    public void The_order_in_which_ballots_came_in_does_not_stand_in_the_file() => Check.QuickThrowOnFailure(Prop.ForAll(Elections.Any, election =>
        Write(RecountFile.Of(new Greedy().Count(election, TieOrder.Id), [])) ==
        Write(RecountFile.Of(new Greedy().Count(election.With(ballots: election.Ballots.Reverse()), TieOrder.Id), []))));

    [RealDataTheory]
    [MemberData(nameof(Files))]
    public void A_real_file_is_the_same_election_after_writing(string name)
    {
        var file = PabulibFile.Open(RealData.Path("elections", name));
        var read = PabulibReader.Read(new StringReader(Write(file)));
        Assert.Equal(file.Meta, read.Meta);
        Assert.Equal(file.ProjectRows, read.ProjectRows);
        Assert.Equal(file.Election.Votes, read.Election.Votes);
        Assert.Equal(file.Election.Points, read.Election.Points);
        Assert.Equal(file.Election.Ballots.Count, read.Election.Ballots.Count);
    }

    [RealDataTheory]
    [MemberData(nameof(Files))]
    public void The_votes_column_of_a_real_file_is_what_the_ballots_say(string name)
    {
        var file = PabulibFile.Open(RealData.Path("elections", name));
        Assert.Empty(file.Remarks);
        for (var p = 0; p < file.Election.Projects.Count; p++)
            Assert.Equal(file.Field(p, "votes"), file.Election.Votes[p].ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static IEnumerable<object[]> Files => RealData.Elections("greedy_votes").Select(e => new[] { e[0] });

    private static string Write(PabulibFile file)
    {
        var stream = new MemoryStream();
        PabulibWriter.Write(file, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
