using System.Security.Cryptography;
using Wijkfonds.Web.Ballots;

namespace Wijkfonds.Web.Tests.Ballots;

public sealed class VotingCodeTests
{
    private static readonly byte[] Seed = SHA256.HashData("a seed for tests"u8);

    [Fact]
    public void A_code_follows_from_seed_and_roll_number_and_is_the_same_on_every_machine()
    {
        var code = VotingCode.Of(Seed, 1);
        Assert.Equal(code, VotingCode.Of(Seed, 1));
        Assert.Equal(GoldenFirstCode, code.ToString());
        Assert.Equal(12_750, Enumerable.Range(1, 12_750).Select(n => VotingCode.Of(Seed, n)).Distinct().Count());
    }

    [Fact]
    public void Codes_hold_no_look_alikes_no_vowels_and_no_lower_case()
    {
        var used = Enumerable.Range(1, 2_000).SelectMany(n => VotingCode.Of(Seed, n).Letters).Distinct().Order();
        Assert.Equal("23456789CDFHJKMNPRTVWXY", new string([.. used]));
    }

    [Fact]
    public void A_code_is_read_however_people_type_it()
    {
        for (var n = 1; n <= 200; n++)
        {
            var code = VotingCode.Of(Seed, n);
            foreach (var typed in new[]
            {
                code.ToString(), code.Letters, code.ToString().ToLowerInvariant(), " " + code.ToString().Replace("-", " — ", StringComparison.Ordinal) + "\t",
                code.ToString().Replace('D', '0'), code.ToString().Replace('D', 'o'), code.ToString().Replace('7', 'l'), code.ToString().Replace('7', '1'),
                code.ToString().Replace('5', 's').Replace('2', 'z').Replace('8', 'B').Replace('6', 'g').Replace('V', 'u'),
            })
                Assert.Equal(code, VotingCode.Read(typed));
        }
    }

    [Fact]
    public void Every_single_mistake_and_every_exchange_of_two_symbols_is_noticed()
    {
        const string symbols = "23456789CDFHJKMNPRTVWXY";
        for (var n = 1; n <= 20; n++)
        {
            var letters = VotingCode.Of(Seed, n).Letters;
            for (var i = 0; i < letters.Length; i++)
            {
                foreach (var other in symbols.Where(s => s != letters[i]))
                    Assert.Null(VotingCode.Read(letters[..i] + other + letters[(i + 1)..]));
                for (var j = i + 1; j < letters.Length; j++)
                {
                    if (letters[i] == letters[j]) continue;
                    var exchanged = letters.ToCharArray();
                    (exchanged[i], exchanged[j]) = (exchanged[j], exchanged[i]);
                    Assert.Null(VotingCode.Read(new string(exchanged)));
                }
            }
        }
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("   "), InlineData("ÆØÅ"), InlineData("234"), InlineData("🙂🙂🙂🙂🙂🙂🙂🙂"), InlineData("AAAAA-AAAAA-AAAAA")]
    public void What_is_no_code_is_no_code(string? typed) => Assert.Null(VotingCode.Read(typed));

    private const string GoldenFirstCode = "34PWR-R4YYV-P3YR2";
}
