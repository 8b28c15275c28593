using System.Text;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Pabulib;

public class PabulibReaderTests
{
    private const string Head = "META\nkey;value\nbudget;100\nvote_type;approval\nnum_votes;3\n";
    private const string Projects = "PROJECTS\nproject_id;cost;name\na;60;Bankje\nM/18/X;50.5;\"Tuin; met \"\"hek\"\"\"\nc12;120;Duur\n";
    private const string Votes = "VOTES\nvoter_id;vote\n1;a,c12\n2;\n3;\"M/18/X,a\"\n";

    private static PabulibFile Read(string text) => PabulibReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Amounts_are_scaled_by_the_smallest_power_of_ten_that_makes_all_whole()
    {
        var election = Read(Head + Projects + Votes).Election;
        Assert.Equal(1, election.Decimals);
        Assert.Equal([600, 505, 1200], election.Projects.Select(p => p.Cost));
        Assert.Equal("50.5", election.Text(election.Projects[1].Cost));
        Assert.Equal(10, election.Unit);
    }

    [Fact]
    public void Quoted_names_blank_ballots_and_ids_that_are_no_numbers_are_read()
    {
        var election = Read(Head + Projects + Votes).Election;
        Assert.Equal("Tuin; met \"hek\"", election.Projects[1].Name);
        Assert.Equal(3, election.BallotCount);
        Assert.Equal([2, 1, 1], election.Votes);
    }

    [Fact]
    public void Windows_line_ends_a_byte_order_mark_and_blank_lines_make_no_difference()
    {
        var text = "\uFEFF" + (Head + "\n" + Projects + "\n \n" + Votes).Replace("\n", "\r\n", StringComparison.Ordinal);
        var election = Read(text).Election;
        Assert.Equal([2, 1, 1], election.Votes);
        Assert.Equal("Duur", election.Projects[2].Name);
    }

    [Fact]
    public void A_file_that_ends_without_a_line_end_is_whole() => Assert.Equal([2, 1, 1], Read((Head + Projects + Votes).TrimEnd()).Election.Votes);

    [Fact]
    public void A_project_twice_in_one_ballot_counts_once_and_is_reported()
    {
        var file = Read(Head + Projects + Votes + "4;a,a\n");
        Assert.Equal(3, file.Election.Votes[0]);
        Assert.Contains(file.Remarks, r => r.Line == 16 && r.Text.Contains("twice", StringComparison.Ordinal));
        Assert.Contains(file.Remarks, r => r.Text == "num_votes says 3, the file has 4");
    }

    [Fact]
    public void Points_go_with_their_projects_and_no_points_is_no_support()
    {
        var file = Read("META\nkey;value\nbudget;100\nvote_type;cumulative\n" + Projects + "VOTES\nvoter_id;vote;points\n1;c12,a;3,1\n2;a,M/18/X;0,2\n");
        Assert.Equal([1, 1, 1], file.Election.Votes);
        Assert.Equal([1, 2, 3], file.Election.Points);
    }

    [Fact]
    public void A_ranking_gives_as_many_points_as_there_are_ranks_below_and_with()
    {
        var file = Read("META\nkey;value\nbudget;100\nvote_type;ordinal\nmax_length;3\n" + Projects + "VOTES\nvoter_id;vote\n1;c12,a\n2;c12\n");
        Assert.Equal([2, 0, 6], file.Election.Points);
    }

    [Theory]
    [InlineData("", "begins with META")]
    [InlineData("PROJECTS\n", "begins with META")]
    [InlineData("META\nkey;value\nbudget;1\n", "ends before PROJECTS")]
    [InlineData("META\nkey;value\nbudget;1\nbudget;2\n", "twice")]
    [InlineData(Head + "PROJECTS\nproject_id;name\na;A\n", "no column 'cost'")]
    [InlineData(Head + "PROJECTS\nproject_id;cost;cost\na;1;1\n", "a column is there twice")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;1\na;2\n", "'a' is there twice")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;0\n", "costs nothing")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;-5\n", "not an amount")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;1e9\n", "not an amount")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;1,000\n", "not an amount")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;99999999999999999999\n", "not an amount")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;9000000000000000000\nb;0.001\nVOTES\nvoter_id;vote\n", "too large")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;1;too;much\n", "4 fields")]
    [InlineData(Head + "PROJECTS\nproject_id;cost\na;1\n", "ends before VOTES")]
    [InlineData(Head + Projects + "VOTES\nvoter_id;choice\n1;a\n", "no column 'vote'")]
    [InlineData(Head + Projects + "VOTES\nvoter_id;vote\n1;a,b\n", "'b', which is no project")]
    [InlineData(Head + Projects + "VOTES\nvoter_id;vote\n1;a,\n", "'', which is no project")]
    [InlineData(Head + Projects + "VOTES\nvoter_id;vote\n1\n", "ends before its ballot")]
    [InlineData(Head + Projects + "VOTES\nvoter_id;vote\n1;\"a\n2;a\n", "never closed")]
    [InlineData("META\nkey;value\nbudget;1\nvote_type;guess\n" + Projects + Votes, "'guess' is unknown")]
    [InlineData("META\nkey;value\nvote_type;approval\n" + Projects + Votes, "no 'budget'")]
    [InlineData("META\nkey;value\nbudget;5\nvote_type;cumulative\n" + Projects + "VOTES\nvoter_id;vote;points\n1;a;1,2\n", "more projects than it names")]
    [InlineData("META\nkey;value\nbudget;5\nvote_type;cumulative\n" + Projects + "VOTES\nvoter_id;vote;points\n1;a,c12;1\n", "not a number of points")]
    [InlineData("META\nkey;value\nbudget;5\nvote_type;cumulative\n" + Projects + "VOTES\nvoter_id;vote;points\n1;a;-1\n", "not a number of points")]
    public void A_file_that_breaks_the_format_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<TextError>(() => Read(text)).Reason, StringComparison.Ordinal);

    [Fact]
    public void The_refusal_names_the_line()
    {
        var refused = Assert.Throws<TextError>(() => Read(Head + Projects + Votes + "4;a\n5;nobody\n"));
        Assert.Equal(17, refused.Line);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        var bytes = Encoding.Latin1.GetBytes(Head + Projects.Replace("Bankje", "Café", StringComparison.Ordinal) + Votes);
        Assert.Equal("the text is not UTF-8", Assert.Throws<TextError>(() => PabulibReader.Read(new MemoryStream(bytes))).Reason);
    }

    [Fact]
    public void A_quote_that_is_never_closed_cannot_fill_the_memory()
    {
        var endless = new EndlessText(Head + "PROJECTS\nproject_id;cost\n\"");
        Assert.Contains("longer than a million", Assert.Throws<TextError>(() => PabulibReader.Read(endless)).Reason, StringComparison.Ordinal);
    }

    /// <summary>A text that goes on with the letter a for ever.</summary>
    private sealed class EndlessText(string start) : TextReader
    {
        private int at;

        public override int Read(char[] buffer, int index, int count)
        {
            for (var i = 0; i < count; i++) buffer[index + i] = at < start.Length ? start[at++] : 'a';
            return count;
        }
    }
}
