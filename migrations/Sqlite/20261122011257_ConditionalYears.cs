using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ConditionalYears : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Before_Value",
                table: "AwardPart",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Year",
                table: "AwardPart",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ConditionalYear",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AwardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Decision = table.Column<int>(type: "INTEGER", nullable: false),
                    TurnedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EntrySequence = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Amount_Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionalYear", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConditionalYear_Award_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Award",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConditionalYear_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConditionalYear_AwardId",
                table: "ConditionalYear",
                column: "AwardId");

            migrationBuilder.CreateIndex(
                name: "IX_ConditionalYear_FundId_AwardId_Number",
                table: "ConditionalYear",
                columns: new[] { "FundId", "AwardId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConditionalYear_FundId_EntrySequence",
                table: "ConditionalYear",
                columns: new[] { "FundId", "EntrySequence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConditionalYear");

            migrationBuilder.DropColumn(
                name: "Before_Value",
                table: "AwardPart");

            migrationBuilder.DropColumn(
                name: "Year",
                table: "AwardPart");
        }
    }
}
