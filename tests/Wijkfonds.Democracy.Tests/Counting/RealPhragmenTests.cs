using Wijkfonds.Democracy.Counting;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Counting;

public class RealPhragmenTests
{
    public static IEnumerable<object[]> Counts => RealData.Elections("phragmen_stop", "phragmen_skip");

    [RealDataTheory]
    [MemberData(nameof(Counts))]
    public void A_real_election_has_the_winners_that_independent_programs_found(string file, string rule) =>
        RealElectionTests.AssertSame(file, rule, new Phragmen(Stop: rule == "phragmen_stop"));
}
