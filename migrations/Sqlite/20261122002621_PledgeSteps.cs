using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PledgeSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "Pledge",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "PledgeStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PledgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount_Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PledgeStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PledgeStep_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PledgeStep_Pledge_PledgeId",
                        column: x => x.PledgeId,
                        principalTable: "Pledge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeStep_FundId_PledgeId_Number",
                table: "PledgeStep",
                columns: new[] { "FundId", "PledgeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PledgeStep_PledgeId",
                table: "PledgeStep",
                column: "PledgeId");

            // A promise of before there were steps gets its first one: the amount as it stands, from when it was agreed.
            // So a statement as known on an earlier day goes on showing what it showed.
            migrationBuilder.Sql(
                """
                INSERT INTO "PledgeStep" ("Id", "FundId", "PledgeId", "Number", "Reason", "At", "Amount_Value")
                SELECT "Id", "FundId", "Id", 1, CASE WHEN "AgreementId" IS NULL THEN 'Promised' ELSE 'Scheduled' END, "ConfirmedAt", "Amount_Value" FROM "Pledge" WHERE "ConfirmedAt" IS NOT NULL;
                """);
            migrationBuilder.Sql("""UPDATE "Pledge" SET "Step" = 1 WHERE "ConfirmedAt" IS NOT NULL;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PledgeStep");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "Pledge");
        }
    }
}
