using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Earmarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Area",
                table: "Section",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Anywhere");

            migrationBuilder.AddColumn<string>(
                name: "Complexes",
                table: "Section",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OnlyThemes",
                table: "Section",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TargetGroup",
                table: "Section",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "FirstYear",
                table: "Earmark",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LastYear",
                table: "Earmark",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TargetGroup",
                table: "Earmark",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Themes",
                table: "Earmark",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "WholePercent",
                table: "Earmark",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "EarmarkPlace",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    EarmarkId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Postcode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    Addition = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Complex = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarmarkPlace", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarmarkPlace_Earmark_EarmarkId",
                        column: x => x.EarmarkId,
                        principalTable: "Earmark",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EarmarkPlace_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarmarkWord",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    EarmarkId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarmarkWord", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarmarkWord_Earmark_EarmarkId",
                        column: x => x.EarmarkId,
                        principalTable: "Earmark",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EarmarkWord_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EarmarkWord_Proposal_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "Proposal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkPlace_EarmarkId",
                table: "EarmarkPlace",
                column: "EarmarkId");

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkPlace_FundId_EarmarkId_Line",
                table: "EarmarkPlace",
                columns: new[] { "FundId", "EarmarkId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkWord_EarmarkId",
                table: "EarmarkWord",
                column: "EarmarkId");

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkWord_FundId_EarmarkId_ProposalId_Order",
                table: "EarmarkWord",
                columns: new[] { "FundId", "EarmarkId", "ProposalId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EarmarkWord_ProposalId",
                table: "EarmarkWord",
                column: "ProposalId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EarmarkPlace");

            migrationBuilder.DropTable(
                name: "EarmarkWord");

            migrationBuilder.DropColumn(
                name: "Area",
                table: "Section");

            migrationBuilder.DropColumn(
                name: "Complexes",
                table: "Section");

            migrationBuilder.DropColumn(
                name: "OnlyThemes",
                table: "Section");

            migrationBuilder.DropColumn(
                name: "TargetGroup",
                table: "Section");

            migrationBuilder.DropColumn(
                name: "FirstYear",
                table: "Earmark");

            migrationBuilder.DropColumn(
                name: "LastYear",
                table: "Earmark");

            migrationBuilder.DropColumn(
                name: "TargetGroup",
                table: "Earmark");

            migrationBuilder.DropColumn(
                name: "Themes",
                table: "Earmark");

            migrationBuilder.DropColumn(
                name: "WholePercent",
                table: "Earmark");
        }
    }
}
