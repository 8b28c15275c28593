using System.Net;
using System.Security.Claims;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Someone with a browser without script: follows links, fills forms, keeps cookies.</summary>
public sealed class Visitor
{
    private readonly HttpClient client;

    private Visitor(HttpClient client) => this.client = client;

    /// <summary>The page looked at last.</summary>
    public IDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public HttpClient Http => client;

    /// <summary>Nobody yet; with an account, signed in with the cookie that the product itself would give.</summary>
    public static Visitor To(TestSite site, Account? account = null, bool secondFactor = true)
    {
        // Where it listens on a real port, that; a site in memory is at localhost by itself.
        var client = site.CreateDefaultClient(new UriBuilder(site.ClientOptions.BaseAddress) { Host = "localhost" }.Uri, new Microsoft.AspNetCore.Mvc.Testing.Handlers.RedirectHandler(),
            new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(Cookies(site, account, secondFactor)));
        return new Visitor(client);
    }

    /// <summary>Nobody yet, at a variant of the site (other settings, the same data).</summary>
    public static Visitor To(TestSite site, WebApplicationFactory<Program> variant) => new(variant.CreateDefaultClient(new Uri("http://localhost"),
        new Microsoft.AspNetCore.Mvc.Testing.Handlers.RedirectHandler(), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(Cookies(site, null, false))));

    /// <summary>Nobody yet, on a program that runs as a process of its own.</summary>
    public static Visitor At(Uri address) => new(new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address });

    public async Task<Visitor> Go(string path)
    {
        await Show(await client.GetAsync(new Uri(path, UriKind.Relative)));
        return this;
    }

    /// <summary>Looks again at a page seen before, as the Back button shows it.</summary>
    public Visitor Back(IDocument page)
    {
        Page = page;
        return this;
    }

    /// <summary>Submits the form that holds a button with these words, with its fields as they stand and these changes.</summary>
    public async Task<Visitor> Press(string button, params (string Name, string Value)[] changes)
    {
        var found = Page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(b => b.TextContent.Trim() == button)
            ?? throw new InvalidOperationException($"No button '{button}' on: {Text}");
        var form = found.Form ?? throw new InvalidOperationException($"The button '{button}' stands in no form.");
        var fields = Fields(form).Where(f => changes.All(c => c.Name != f.Key)).ToList();
        fields.AddRange(changes.Select(c => KeyValuePair.Create(c.Name, c.Value)));
        if (found.Name is { Length: > 0 } name) fields.Add(KeyValuePair.Create(name, found.Value));
        var action = found.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Page.Location.PathName + Page.Location.Search;
        if (form.Method.Equals("get", StringComparison.OrdinalIgnoreCase))
            return await Go(action.Split('?')[0] + "?" + await new FormUrlEncodedContent(fields).ReadAsStringAsync());
        await Show(await client.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), new FormUrlEncodedContent(fields)));
        return this;
    }

    /// <summary>Sends a form that brings a file.</summary>
    public async Task Send(string path, HttpContent form) => await Show(await client.PostAsync(new Uri(path, UriKind.Relative), form));

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.Name is not null && box.IsChecked:
                    yield return KeyValuePair.Create(box.Name, box.Value);
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "submit" or "button" or "file") } input when input.Name is not null:
                    yield return KeyValuePair.Create(input.Name, input.Value);
                    break;
                case IHtmlTextAreaElement area when area.Name is not null:
                    yield return KeyValuePair.Create(area.Name, area.Value);
                    break;
                case IHtmlSelectElement select when select.Name is not null:
                    yield return KeyValuePair.Create(select.Name, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task Show(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        var html = await response.Content.ReadAsStringAsync();
        Page = await BrowsingContext.New(Configuration.Default)
            .OpenAsync(r => r.Content(html).Address(response.RequestMessage!.RequestUri!.ToString()));
    }

    private static CookieContainer Cookies(TestSite site, Account? account, bool secondFactor)
    {
        var jar = new CookieContainer();
        if (account is not null) jar.Add(SignInCookie(site, account, secondFactor));
        return jar;
    }

    /// <summary>The cookie that the product gives to someone who signed in, made with the product's own keys.</summary>
    public static Cookie SignInCookie(TestSite site, Account account, bool secondFactor = true)
    {
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Name, account.UserName ?? ""),
            new("AspNet.Identity.SecurityStamp", account.SecurityStamp ?? "")];
        if (secondFactor) claims.Add(new Claim("amr", "mfa"));
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)),
            new AuthenticationProperties { IssuedUtc = TimeProvider.System.GetUtcNow(), ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1) },
            IdentityConstants.ApplicationScheme);
        return new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/", "localhost");
    }
}
