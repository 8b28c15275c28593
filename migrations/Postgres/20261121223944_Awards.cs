using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Awards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "Award",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AllianceCost",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PayeeId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PreparedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    PreparedAt = table.Column<long>(type: "bigint", nullable: false),
                    ReleasedAt = table.Column<long>(type: "bigint", nullable: true),
                    EntrySequence = table.Column<long>(type: "bigint", nullable: true),
                    Amount_Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllianceCost", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AllianceCost_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AllianceCost_Party_PayeeId",
                        column: x => x.PayeeId,
                        principalTable: "Party",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AwardPart",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    AwardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Accounting = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsSupplement = table.Column<bool>(type: "boolean", nullable: false),
                    Amount_Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardPart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AwardPart_Award_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Award",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AwardPart_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CashSlip",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredAt = table.Column<long>(type: "bigint", nullable: false),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true),
                    EntrySequence = table.Column<long>(type: "bigint", nullable: true),
                    Amount_Value = table.Column<long>(type: "bigint", nullable: false),
                    Expected_Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CashSlip", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CashSlip_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Bytes = table.Column<int>(type: "integer", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    BroughtBy = table.Column<Guid>(type: "uuid", nullable: false),
                    BroughtAt = table.Column<long>(type: "bigint", nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptFile_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PayWish",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    AwardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Iban = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                    ChosenAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayWish", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PayWish_Award_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Award",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PayWish_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FundId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    MayPublish = table.Column<bool>(type: "boolean", nullable: false),
                    SentBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: false),
                    SampleHead = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    IsSampled = table.Column<bool>(type: "boolean", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    IsAccepted = table.Column<bool>(type: "boolean", nullable: false),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Report", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Report_AwardPart_PartId",
                        column: x => x.PartId,
                        principalTable: "AwardPart",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Report_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AllianceCost_FundId_Number",
                table: "AllianceCost",
                columns: new[] { "FundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AllianceCost_PayeeId",
                table: "AllianceCost",
                column: "PayeeId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardPart_AwardId",
                table: "AwardPart",
                column: "AwardId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardPart_FundId_AwardId_Number",
                table: "AwardPart",
                columns: new[] { "FundId", "AwardId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CashSlip_FundId_Number",
                table: "CashSlip",
                columns: new[] { "FundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptFile_FundId_Number",
                table: "KeptFile",
                columns: new[] { "FundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptFile_FundId_Subject",
                table: "KeptFile",
                columns: new[] { "FundId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_PayWish_AwardId",
                table: "PayWish",
                column: "AwardId");

            migrationBuilder.CreateIndex(
                name: "IX_PayWish_FundId_AwardId",
                table: "PayWish",
                columns: new[] { "FundId", "AwardId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Report_FundId_PartId_Number",
                table: "Report",
                columns: new[] { "FundId", "PartId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Report_PartId",
                table: "Report",
                column: "PartId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AllianceCost");

            migrationBuilder.DropTable(
                name: "CashSlip");

            migrationBuilder.DropTable(
                name: "KeptFile");

            migrationBuilder.DropTable(
                name: "PayWish");

            migrationBuilder.DropTable(
                name: "Report");

            migrationBuilder.DropTable(
                name: "AwardPart");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Award");
        }
    }
}
