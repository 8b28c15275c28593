using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RemindersAndCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AgreementAct_FundId_AgreementId_Kind",
                table: "AgreementAct");

            migrationBuilder.AddColumn<bool>(
                name: "Against",
                table: "AgreementAct",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NoticeOn",
                table: "AgreementAct",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GiverReminder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GiverReminder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GiverReminder_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementAct_FundId_AgreementId_Kind_At",
                table: "AgreementAct",
                columns: new[] { "FundId", "AgreementId", "Kind", "At" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GiverReminder_FundId_Subject_Number",
                table: "GiverReminder",
                columns: new[] { "FundId", "Subject", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GiverReminder");

            migrationBuilder.DropIndex(
                name: "IX_AgreementAct_FundId_AgreementId_Kind_At",
                table: "AgreementAct");

            migrationBuilder.DropColumn(
                name: "Against",
                table: "AgreementAct");

            migrationBuilder.DropColumn(
                name: "NoticeOn",
                table: "AgreementAct");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementAct_FundId_AgreementId_Kind",
                table: "AgreementAct",
                columns: new[] { "FundId", "AgreementId", "Kind" },
                unique: true);
        }
    }
}
