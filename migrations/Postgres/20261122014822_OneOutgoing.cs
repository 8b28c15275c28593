using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OneOutgoing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PaymentExport_Payment_PaymentId",
                table: "PaymentExport");

            migrationBuilder.DropIndex(
                name: "IX_PaymentExport_PaymentId",
                table: "PaymentExport");

            migrationBuilder.RenameColumn(
                name: "PaymentId",
                table: "PaymentExport",
                newName: "Subject");

            migrationBuilder.RenameIndex(
                name: "IX_PaymentExport_FundId_PaymentId",
                table: "PaymentExport",
                newName: "IX_PaymentExport_FundId_Subject");

            migrationBuilder.AddColumn<string>(
                name: "Paper",
                table: "Report",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Iban",
                table: "Refund",
                type: "character varying(34)",
                maxLength: 34,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Refund",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "PayeeId",
                table: "CashSlip",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "BankLine",
                type: "character varying(35)",
                maxLength: 35,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "TeamMate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    AwardId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamMate_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamMate_Award_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Award",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamMate_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Refunds that were there get their number in the order in which they were entered.
            migrationBuilder.Sql("""
                UPDATE "Refund" SET "Number" = (SELECT COUNT(*) FROM "Refund" AS earlier WHERE earlier."FundId" = "Refund"."FundId"
                    AND (earlier."EnteredAt" < "Refund"."EnteredAt" OR (earlier."EnteredAt" = "Refund"."EnteredAt" AND earlier."Id" <= "Refund"."Id")));
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Refund_FundId_Number",
                table: "Refund",
                columns: new[] { "FundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CashSlip_PayeeId",
                table: "CashSlip",
                column: "PayeeId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMate_AccountId",
                table: "TeamMate",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMate_AwardId",
                table: "TeamMate",
                column: "AwardId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMate_FundId_AwardId_AccountId_AddedAt",
                table: "TeamMate",
                columns: new[] { "FundId", "AwardId", "AccountId", "AddedAt" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_CashSlip_Party_PayeeId",
                table: "CashSlip",
                column: "PayeeId",
                principalTable: "Party",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_CashSlip_Party_PayeeId",
                table: "CashSlip");

            migrationBuilder.DropTable(
                name: "TeamMate");

            migrationBuilder.DropIndex(
                name: "IX_Refund_FundId_Number",
                table: "Refund");

            migrationBuilder.DropIndex(
                name: "IX_CashSlip_PayeeId",
                table: "CashSlip");

            migrationBuilder.DropColumn(
                name: "Paper",
                table: "Report");

            migrationBuilder.DropColumn(
                name: "Iban",
                table: "Refund");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Refund");

            migrationBuilder.DropColumn(
                name: "PayeeId",
                table: "CashSlip");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "BankLine");

            migrationBuilder.RenameColumn(
                name: "Subject",
                table: "PaymentExport",
                newName: "PaymentId");

            migrationBuilder.RenameIndex(
                name: "IX_PaymentExport_FundId_Subject",
                table: "PaymentExport",
                newName: "IX_PaymentExport_FundId_PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentExport_PaymentId",
                table: "PaymentExport",
                column: "PaymentId");

            migrationBuilder.AddForeignKey(
                name: "FK_PaymentExport_Payment_PaymentId",
                table: "PaymentExport",
                column: "PaymentId",
                principalTable: "Payment",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
