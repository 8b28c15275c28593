using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class StatementsRegistration
{
    public static void AddStatements(this IServiceCollection services)
    {
        services.AddSingleton<PdfFonts>();
        services.AddScoped<IJob, TellHead>();
        services.AddSingleton<Findings>();
        services.AddScoped<IJob, LookForFlags>();
        services.AddScoped<IJob, TellFindings>();
        services.AddScoped<IDeskTasks, AuditTasks>();
    }
}
