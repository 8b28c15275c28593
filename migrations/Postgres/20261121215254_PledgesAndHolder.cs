using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PledgesAndHolder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Pledge_FundId_ContributorId_Year",
                table: "Pledge");

            migrationBuilder.AddColumn<Guid>(
                name: "AgreementId",
                table: "Pledge",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Earmark",
                table: "Deposit",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Agreement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContributorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    Conditions = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ReportBy = table.Column<DateOnly>(type: "date", nullable: true),
                    Indexation = table.Column<int>(type: "integer", nullable: false),
                    NoticeMonths = table.Column<int>(type: "integer", nullable: false),
                    EarmarkId = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredAt = table.Column<long>(type: "bigint", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agreement_Contributor_ContributorId",
                        column: x => x.ContributorId,
                        principalTable: "Contributor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Agreement_Earmark_EarmarkId",
                        column: x => x.EarmarkId,
                        principalTable: "Earmark",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Agreement_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Holder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kvk = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Rsin = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    Board = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    PayPolicy = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    Complaints = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Holder_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Refund",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContributorId = table.Column<Guid>(type: "uuid", nullable: false),
                    EarmarkId = table.Column<Guid>(type: "uuid", nullable: true),
                    ValueDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    EnteredAt = table.Column<long>(type: "bigint", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "bigint", nullable: true),
                    EntrySequence = table.Column<long>(type: "bigint", nullable: true),
                    Amount_Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refund", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Refund_Contributor_ContributorId",
                        column: x => x.ContributorId,
                        principalTable: "Contributor",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refund_Earmark_EarmarkId",
                        column: x => x.EarmarkId,
                        principalTable: "Earmark",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refund_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementAct",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Amount_Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementAct", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementAct_Agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreementAct_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Instalment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RemindedAt = table.Column<long>(type: "bigint", nullable: true),
                    Amount_Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instalment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Instalment_Agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Instalment_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pledge_AgreementId",
                table: "Pledge",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Pledge_FundId_AgreementId_Year",
                table: "Pledge",
                columns: new[] { "FundId", "AgreementId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pledge_FundId_ContributorId_Year",
                table: "Pledge",
                columns: new[] { "FundId", "ContributorId", "Year" },
                unique: true,
                filter: "\"AgreementId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Agreement_ContributorId",
                table: "Agreement",
                column: "ContributorId");

            migrationBuilder.CreateIndex(
                name: "IX_Agreement_EarmarkId",
                table: "Agreement",
                column: "EarmarkId");

            migrationBuilder.CreateIndex(
                name: "IX_Agreement_FundId_ContributorId_Number",
                table: "Agreement",
                columns: new[] { "FundId", "ContributorId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgreementAct_AgreementId",
                table: "AgreementAct",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementAct_FundId_AgreementId_Kind",
                table: "AgreementAct",
                columns: new[] { "FundId", "AgreementId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Holder_FundId_Version",
                table: "Holder",
                columns: new[] { "FundId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Instalment_AgreementId",
                table: "Instalment",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Instalment_FundId_AgreementId_Number",
                table: "Instalment",
                columns: new[] { "FundId", "AgreementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refund_ContributorId",
                table: "Refund",
                column: "ContributorId");

            migrationBuilder.CreateIndex(
                name: "IX_Refund_EarmarkId",
                table: "Refund",
                column: "EarmarkId");

            migrationBuilder.CreateIndex(
                name: "IX_Refund_FundId_ContributorId_ValueDate",
                table: "Refund",
                columns: new[] { "FundId", "ContributorId", "ValueDate" });

            migrationBuilder.AddForeignKey(
                name: "FK_Pledge_Agreement_AgreementId",
                table: "Pledge",
                column: "AgreementId",
                principalTable: "Agreement",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Pledge_Agreement_AgreementId",
                table: "Pledge");

            migrationBuilder.DropTable(
                name: "AgreementAct");

            migrationBuilder.DropTable(
                name: "Holder");

            migrationBuilder.DropTable(
                name: "Instalment");

            migrationBuilder.DropTable(
                name: "Refund");

            migrationBuilder.DropTable(
                name: "Agreement");

            migrationBuilder.DropIndex(
                name: "IX_Pledge_AgreementId",
                table: "Pledge");

            migrationBuilder.DropIndex(
                name: "IX_Pledge_FundId_AgreementId_Year",
                table: "Pledge");

            migrationBuilder.DropIndex(
                name: "IX_Pledge_FundId_ContributorId_Year",
                table: "Pledge");

            migrationBuilder.DropColumn(
                name: "AgreementId",
                table: "Pledge");

            migrationBuilder.DropColumn(
                name: "Earmark",
                table: "Deposit");

            migrationBuilder.CreateIndex(
                name: "IX_Pledge_FundId_ContributorId_Year",
                table: "Pledge",
                columns: new[] { "FundId", "ContributorId", "Year" },
                unique: true);
        }
    }
}
