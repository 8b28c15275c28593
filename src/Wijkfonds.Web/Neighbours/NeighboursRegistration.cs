using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Neighbours.Hosting;
using Wijkfonds.Web.Neighbours.Privacy;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class NeighboursRegistration
{
    public static void AddNeighbours(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The name is the address, and addresses hold more signs than Identity's list.
                options.User.AllowedUserNameCharacters = "";
                options.SignIn.RequireConfirmedEmail = true;
                options.Password.RequiredLength = Passwords.Shortest;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                // One later than the count in memory, which answers for unknown addresses too: this one only holds across servers and restarts.
                options.Lockout.MaxFailedAccessAttempts = Attempts.Most + 1;
                options.Lockout.DefaultLockoutTimeSpan = Attempts.Wait;
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddSingleton<Attempts>();
        services.AddScoped<Letters>();
        services.AddScoped<Registering>();
        services.AddScoped<SigningIn>();
        services.AddSingleton<FirstRun>();
        services.AddScoped<Founding>();
        services.AddScoped<TakingSeat>();
        services.AddScoped<InvitingAgain>();
        services.AddScoped<IJob, EraseWhatEnded>();
        AddCookies(services);
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "wijkfonds";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
            options.LoginPath = "/inloggen";
            options.ReturnUrlParameter = "terug";
            options.AccessDeniedPath = "/fout/404";
            options.Events.OnValidatePrincipal = StillValid;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = "wijkfonds-stap";
            options.Cookie.Path = "/";
        });
        // Sign-in cookies follow the real clock: the demonstration's clock must not sign people out.
        services.PostConfigureAll<CookieAuthenticationOptions>(options => options.TimeProvider = TimeProvider.System);
        services.PostConfigure<SecurityStampValidatorOptions>(options => options.TimeProvider = TimeProvider.System);
    }

    /// <summary>At every request, not every half hour: a changed password, a new second factor or an erased account ends the other sessions at once.</summary>
    private static async Task StillValid(CookieValidatePrincipalContext context)
    {
        var stamp = context.Principal?.FindFirstValue("AspNet.Identity.SecurityStamp") ?? "";
        var db = context.HttpContext.RequestServices.GetRequiredService<WijkfondsContext>();
        if (Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && await db.Set<Account>().AnyAsync(a => a.Id == id && a.ErasedAt == null && (a.SecurityStamp ?? "") == stamp)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
