using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountingRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "RuleStep",
                table: "Round",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Trace",
                table: "PlanResult",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "SectionFigures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    SectionResultId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SectionFigures_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SectionFigures_SectionResult_SectionResultId",
                        column: x => x.SectionResultId,
                        principalTable: "SectionResult",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SectionFigures_FundId_SectionResultId",
                table: "SectionFigures",
                columns: new[] { "FundId", "SectionResultId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SectionFigures_SectionResultId",
                table: "SectionFigures",
                column: "SectionResultId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SectionFigures");

            migrationBuilder.DropColumn(
                name: "RuleStep",
                table: "Round");

            migrationBuilder.DropColumn(
                name: "Trace",
                table: "PlanResult");
        }
    }
}
