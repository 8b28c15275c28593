using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Bank : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BankFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankFile_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MoneyRules",
                columns: table => new
                {
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AllianceShare = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CashMaximum_Value = table.Column<long>(type: "INTEGER", nullable: false),
                    LimitA_Value = table.Column<long>(type: "INTEGER", nullable: false),
                    LimitB_Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoneyRules", x => x.FundId);
                    table.ForeignKey(
                        name: "FK_MoneyRules_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankStatement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Opening = table.Column<long>(type: "INTEGER", nullable: true),
                    Closing = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankStatement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankStatement_BankFile_FileId",
                        column: x => x.FileId,
                        principalTable: "BankFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankStatement_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BookedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValueDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Amount_Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankLine_BankStatement_StatementId",
                        column: x => x.StatementId,
                        principalTable: "BankStatement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankLine_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankMark",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    MarkedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MarkedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntrySequence = table.Column<long>(type: "INTEGER", nullable: true),
                    Amount_Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankMark", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankMark_BankLine_LineId",
                        column: x => x.LineId,
                        principalTable: "BankLine",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankMark_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankWords",
                columns: table => new
                {
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    EndToEnd = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    Batch = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ErasedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankWords", x => x.LineId);
                    table.ForeignKey(
                        name: "FK_BankWords_BankLine_LineId",
                        column: x => x.LineId,
                        principalTable: "BankLine",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankWords_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BankFile_FundId_Number",
                table: "BankFile",
                columns: new[] { "FundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankFile_FundId_Sha256",
                table: "BankFile",
                columns: new[] { "FundId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankLine_FundId_BookedOn_Number",
                table: "BankLine",
                columns: new[] { "FundId", "BookedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_BankLine_FundId_Key",
                table: "BankLine",
                columns: new[] { "FundId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankLine_FundId_Number",
                table: "BankLine",
                columns: new[] { "FundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankLine_StatementId",
                table: "BankLine",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_BankMark_FundId_LineId_Subject_MarkedAt",
                table: "BankMark",
                columns: new[] { "FundId", "LineId", "Subject", "MarkedAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankMark_FundId_Subject",
                table: "BankMark",
                columns: new[] { "FundId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_BankMark_LineId",
                table: "BankMark",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_BankStatement_FileId",
                table: "BankStatement",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_BankStatement_FundId_FileId_Position",
                table: "BankStatement",
                columns: new[] { "FundId", "FileId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankWords_FundId_EndToEnd",
                table: "BankWords",
                columns: new[] { "FundId", "EndToEnd" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankMark");

            migrationBuilder.DropTable(
                name: "BankWords");

            migrationBuilder.DropTable(
                name: "MoneyRules");

            migrationBuilder.DropTable(
                name: "BankLine");

            migrationBuilder.DropTable(
                name: "BankStatement");

            migrationBuilder.DropTable(
                name: "BankFile");
        }
    }
}
