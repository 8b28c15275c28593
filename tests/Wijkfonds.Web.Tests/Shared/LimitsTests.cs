using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class LimitsTests
{
    [Fact]
    public async Task One_address_has_a_budget_and_others_are_not_held_up()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var pages = site.Server;
        var answers = new List<int>();
        for (var i = 0; i < Limits.PerMinute + 5; i++) answers.Add(await From(pages, "203.0.113.7"));
        Assert.Equal(Limits.PerMinute, answers.Count(a => a == 200));
        Assert.Equal(429, answers[^1]);
        Assert.Equal(200, await From(pages, "203.0.113.8"));
    }

    [Fact]
    public async Task At_the_door_a_household_with_many_addresses_is_one_client()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var answers = new List<int>();
        for (var i = 0; i <= Limits.DoorPerMinute; i++) answers.Add(await From(site.Server, $"2001:db8:1:2::{i + 1:x}", post: "/w/oosterhoek/inloggen"));
        Assert.DoesNotContain(429, answers.SkipLast(1));
        Assert.Equal(429, answers[^1]);
        Assert.NotEqual(429, await From(site.Server, "2001:db8:1:3::1", post: "/w/oosterhoek/inloggen"));
    }

    [Theory]
    [InlineData("https://fonds.example", "", "127.0.0.1", true)]
    [InlineData("https://fonds.example", "", "172.18.0.2", true)]
    [InlineData("https://fonds.example", "127.0.0.1", "127.0.0.1", false)]
    [InlineData("https://fonds.example", "", "203.0.113.7", false)]
    [InlineData("http://fonds.example", "", "127.0.0.1", false)]
    public async Task A_proxy_close_by_that_is_not_named_is_noticed(string address, string known, string proxy, bool expected)
    {
        await using var site = new TestSite();
        await site.GivenFund();
        await using var behind = site.WithWebHostBuilder(b => b.UseSetting("Site:BaseUrl", address).UseSetting("Proxy:Known", known));
        await From(behind.Server, proxy, forwardedFor: "192.0.2.4");
        Assert.Equal(expected, behind.Services.GetRequiredService<UnnamedProxy>().WasSeen);
    }

    [Theory]
    [InlineData("", 429)]
    [InlineData("198.51.100.1", 429)]
    [InlineData("203.0.113.0/24", 200)]
    public async Task A_forwarded_address_is_believed_from_a_known_proxy_only(string known, int expected)
    {
        await using var site = new TestSite();
        await site.GivenFund();
        await using var behind = site.WithWebHostBuilder(b => b.UseSetting("Proxy:Known", known));
        var answers = new List<int>();
        for (var i = 0; i < Limits.PerMinute + 1; i++) answers.Add(await From(behind.Server, "203.0.113.7", forwardedFor: $"192.0.2.{i % 250}"));
        Assert.Equal(expected, answers[^1]);
    }

    [Fact]
    public async Task A_form_that_is_too_large_or_has_too_many_fields_is_refused_with_words()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var visitor = await Visitor.To(site).Go("/w/oosterhoek/inloggen");
        await visitor.Press("Inloggen", [.. Enumerable.Range(0, Limits.FormFields + 10).Select(i => ("veld" + i, "x"))]);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.True(visitor.Text.Contains("te oud of te groot", StringComparison.Ordinal), $"{visitor.Status} {visitor.Text}");
        await visitor.Go("/w/oosterhoek/inloggen");
        await visitor.Press("Inloggen", ("Email", new string('a', (int)Limits.BodyBytes + 10)));
        Assert.True(visitor.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge);
        Assert.True(visitor.Text.Contains("te oud of te groot", StringComparison.Ordinal), $"{visitor.Status} {visitor.Text}");
    }

    private static async Task<int> From(TestServer server, string address, string? forwardedFor = null, string? post = null)
    {
        var answer = await server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Request.Method = post is null ? "GET" : "POST";
            context.Request.Path = post ?? "/health/live";
            if (forwardedFor is not null) context.Request.Headers["X-Forwarded-For"] = forwardedFor;
        });
        return answer.Response.StatusCode;
    }
}
