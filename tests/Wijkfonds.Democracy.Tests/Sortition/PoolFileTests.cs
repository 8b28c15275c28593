using Wijkfonds.Democracy.Sortition;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Sortition;

public class PoolFileTests
{
    private const string Old = "category,feature,min,max\ngender,female,1,2\ngender,male,1,2\nage,\"18-30, young\",0,3\nage,31+,0,3\n";
    private const string New = "feature;value;min;max;min_flex;max_flex\r\ngender;female;1;2;0;3\r\ngender;male;1;2;1;3\r\n";
    private const string People = "name,age,gender,street,number\nAnna,31+,female,Kerkstraat,1\nBen,\"18-30, young\",male,Kerkstraat,1\nCor,31+,male,,\nDia,31+,female,Kerkstraat,11\n";

    private static Quotas Quotas(string text) => Democracy.Sortition.Quotas.Read(new StringReader(text));

    private static IReadOnlyList<Person> Pool(string text, params string[] households) =>
        Democracy.Sortition.Pool.Read(new StringReader(text), Quotas(Old).Features, households);

    [Fact]
    public void Both_forms_of_quotas_are_read()
    {
        var old = Quotas(Old);
        Assert.Equal(["gender", "age"], old.Features.Select(f => f.Name));
        Assert.Equal([new("18-30, young", 0, 3), new("31+", 0, 3)], old.Features[1].Values);
        Assert.Null(old.Population);
        Assert.Equal([new("female", 1, 2) { MaximumFlex = 3 }, new("male", 1, 2) { MinimumFlex = 1, MaximumFlex = 3 }], Quotas(New).Features.Single().Values);
    }

    [Fact]
    public void The_population_is_a_column_that_may_be_there() =>
        Assert.Equal([5000, 4800], Quotas("category\tname\tmin\tmax\tpopulation\ng\tf\t1\t2\t5000\ng\tm\t1\t2\t4800\n").Population!.Single());

    [Fact]
    public void People_are_row_numbers_with_the_values_of_the_quotas()
    {
        var people = Pool(People + ",,,,\n\n");
        Assert.Equal(["1", "2", "3", "4"], people.Select(p => p.Label));
        Assert.Equal([0, 1], people[0].Values);
        Assert.Equal([1, 0], people[1].Values);
        Assert.All(people, p => Assert.Null(p.Household));
    }

    [Fact]
    public void Who_has_the_same_address_is_one_household_and_an_empty_one_is_alone() =>
        Assert.Equal(["1", "1", null, "2"], Pool(People, "street", "number").Select(p => p.Household));

    [Theory]
    [InlineData("", 0, "the file is empty")]
    [InlineData("category,min,max\n", 1, "no column 'name'")]
    [InlineData("feature,value,min\n", 1, "no column 'max'")]
    [InlineData("feature,value,min,max,max\na,b,1,2,3\n", 1, "the column 'max' is there twice")]
    [InlineData("feature,value,min,max\n", 0, "holds no quota")]
    [InlineData("feature,value,min,max\na,b,1,2\n\na,b,1,2\n", 4, "'b' of a is there twice")]
    [InlineData("feature,value,min,max\na,b,3,2\n", 2, "minimum 3 of 'b' is above the maximum 2")]
    [InlineData("feature,value,min,max\na,b,-1,2\n", 2, "'-1' in the column 'min' is not a whole number")]
    [InlineData("feature,value,min,max\na,b,1.5,2\n", 2, "'1.5' in the column 'min' is not a whole number")]
    [InlineData("feature,value,min,max\na,b,1,99999999999\n", 2, "is not a whole number")]
    [InlineData("feature,value,min,max\na,,1,2\n", 2, "nothing stands in the column 'value'")]
    [InlineData("feature,value,min,max,min_flex,max_flex\na,b,1,2,2,2\n", 2, "narrower")]
    [InlineData("feature,value,min,max\na,b,1,2,3\n", 2, "5 fields, the header has 4")]
    [InlineData("feature,value,min,max\n\"a,b,1,2\n", 2, "never closed")]
    public void Quotas_that_break_the_format_are_refused_with_line_and_reason(string text, int line, string reason)
    {
        var refused = Assert.Throws<TextError>(() => Quotas(text));
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Equal(line, refused.Line);
    }

    [Theory]
    [InlineData("age,sex\n31+,male\n", 1, "no column 'gender'")]
    [InlineData("age,gender\n31+,male\n31+,x\n", 3, "'x' is no value of gender in the quotas")]
    [InlineData("age,gender\n31+\n", 2, "nothing stands in the column 'gender'")]
    public void A_pool_that_does_not_fit_the_quotas_is_refused_with_line_and_reason(string text, int line, string reason)
    {
        var refused = Assert.Throws<TextError>(() => Pool(text));
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Equal(line, refused.Line);
    }

    [Fact]
    public void A_household_column_that_is_not_there_is_named() =>
        Assert.Contains("no column 'address'", Assert.Throws<TextError>(() => Pool(People, "address")).Reason, StringComparison.Ordinal);

    [Fact]
    public void An_error_names_its_file_and_a_pool_smaller_than_the_panel_is_one()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("wijkfonds").FullName, "people.csv");
        File.WriteAllText(path, People);
        Assert.Equal(4, Democracy.Sortition.Pool.Open(path, Quotas(Old), 4).People.Count);
        Assert.Equal("people.csv, the panel has 4 seats, and the pool has only 3 households",
            Assert.Throws<TextError>(() => Democracy.Sortition.Pool.Open(path, Quotas(Old), 4, "street", "number")).Message);
        File.Delete(path);
    }

    [RealDataTheory]
    [InlineData("example_small_20", "categories.csv", "respondents.csv", 200, 2)]
    [InlineData("example_large_200", "categories.csv", "respondents.csv", 2000, 2)]
    [InlineData("scotland_fixture_22", "features.csv", "candidates.csv", 150, 4)]
    public void The_practitioners_files_are_read(string folder, string quotas, string pool, int people, int features)
    {
        var read = Democracy.Sortition.Quotas.Open(RealData.Path("sortition", folder, quotas));
        var problem = Democracy.Sortition.Pool.Open(RealData.Path("sortition", folder, pool), read, 20);
        Assert.Equal((people, features), (problem.People.Count, problem.Features.Count));
    }
}
